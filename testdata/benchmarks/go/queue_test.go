// Package benchmarks measures Go's work queues with the work that the benchmarks beside it give to
// the runtime's. Each reports the time for one item as ns/item and its memory as B/item.
package benchmarks

import (
	"runtime"
	"sync"
	"testing"
	"time"

	"k8s.io/client-go/util/workqueue"
	"sigs.k8s.io/controller-runtime/pkg/controller/priorityqueue"
)

const items = 1000

// perItem runs an operation on a thousand items as often as the benchmark wants.
func perItem(b *testing.B, operation func()) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for b.Loop() {
		operation()
	}
	b.StopTimer()
	runtime.ReadMemStats(&after)
	total := float64(b.N) * items
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/total, "ns/item")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/total, "B/item")
}

func addGetDone(b *testing.B, queue workqueue.TypedInterface[int]) {
	defer queue.ShutDown()
	perItem(b, func() {
		for i := range items {
			queue.Add(i)
		}
		for range items {
			item, _ := queue.Get()
			queue.Done(item)
		}
	})
}

func addOnly(b *testing.B, queue workqueue.TypedInterface[int]) {
	defer queue.ShutDown()
	perItem(b, func() {
		for i := range items {
			queue.Add(i)
		}
	})
}

func plain() workqueue.TypedInterface[int] {
	return workqueue.NewTypedRateLimitingQueue(workqueue.DefaultTypedControllerRateLimiter[int]())
}

func BenchmarkQueue_AddGetDone_Priority(b *testing.B) { addGetDone(b, priorityqueue.New[int]("")) }
func BenchmarkQueue_AddGetDone_Plain(b *testing.B)    { addGetDone(b, plain()) }
func BenchmarkQueue_AddOnly_Priority(b *testing.B)    { addOnly(b, priorityqueue.New[int]("")) }
func BenchmarkQueue_AddOnly_Plain(b *testing.B)       { addOnly(b, plain()) }

func getDoneAdd(b *testing.B, depth int) {
	queue := priorityqueue.New[int]("")
	defer queue.ShutDown()
	for i := range depth {
		queue.Add(i)
	}
	queue.Len() // takes in what was added, which else would be measured
	perItem(b, func() {
		for range items {
			item, _ := queue.Get()
			queue.Done(item)
			queue.Add(item)
		}
	})
}

func BenchmarkQueueDepth_AddGetDone_1000(b *testing.B)    { getDoneAdd(b, 1_000) }
func BenchmarkQueueDepth_AddGetDone_1000000(b *testing.B) { getDoneAdd(b, 1_000_000) }

func BenchmarkQueueWorkers_AddGetDone(b *testing.B) {
	queue := priorityqueue.New[int]("")
	defer queue.ShutDown()
	var left sync.WaitGroup
	for range 1000 {
		go func() {
			for {
				item, shutdown := queue.Get()
				if shutdown {
					return
				}
				queue.Done(item)
				left.Done()
			}
		}()
	}
	perItem(b, func() {
		left.Add(items)
		for i := range items {
			queue.Add(i)
		}
		left.Wait()
	})
}

func BenchmarkQueueBacklog_AddContended(b *testing.B) {
	queue := priorityqueue.New[int]("")
	defer queue.ShutDown()
	for i := range 1_000_000 {
		queue.Add(i)
	}
	for range 1000 {
		go func() {
			for {
				item, shutdown := queue.Get()
				if shutdown {
					return
				}
				time.Sleep(time.Millisecond)
				queue.Done(item)
			}
		}()
	}
	perItem(b, func() {
		for i := range items {
			queue.Add(i)
		}
	})
}
