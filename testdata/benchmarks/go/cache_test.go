package benchmarks

import (
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime/serializer/json"
	"k8s.io/apimachinery/pkg/runtime/serializer/streaming"
	"k8s.io/client-go/kubernetes/scheme"
	restwatch "k8s.io/client-go/rest/watch"
	"k8s.io/client-go/tools/cache"
)

//go:embed pod.json
var podJSON string

// sink keeps what is measured from being optimized away.
var sink any

func rawPod(index int) string {
	return strings.ReplaceAll(strings.TrimSpace(podJSON), "INDEX", fmt.Sprint(100000+index))
}

func pod(index int) *v1.Pod {
	object, _, err := scheme.Codecs.UniversalDeserializer().Decode([]byte(rawPod(index)), nil, nil)
	if err != nil {
		panic(err)
	}
	pod := object.(*v1.Pod)
	pod.ManagedFields = nil
	return pod
}

// perOperation runs an operation that does the work of n as often as the benchmark wants.
func perOperation(b *testing.B, n int, operation func()) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for b.Loop() {
		operation()
	}
	b.StopTimer()
	runtime.ReadMemStats(&after)
	total := float64(b.N) * float64(n)
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/total, "ns/item")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/total, "B/item")
}

func indexer() cache.Indexer {
	return cache.NewIndexer(cache.MetaNamespaceKeyFunc, cache.Indexers{cache.NamespaceIndex: cache.MetaNamespaceIndexFunc})
}

func BenchmarkIndexer_Update(b *testing.B) {
	store := indexer()
	err := store.AddIndexers(cache.Indexers{"name": func(object any) ([]string, error) {
		return []string{object.(*v1.Pod).Name}, nil
	}})
	if err != nil {
		b.Fatal(err)
	}
	pods := make([]*v1.Pod, 5000)
	for i := range pods {
		pods[i] = pod(i)
		if err := store.Add(pods[i]); err != nil {
			b.Fatal(err)
		}
	}
	perOperation(b, len(pods), func() {
		for _, pod := range pods {
			if err := store.Update(pod); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func match(b *testing.B, n int, found func(*v1.Pod) *v1.Pod) {
	store := indexer()
	for i := range n {
		pod := pod(i)
		if i%(n/100) == 0 {
			pod.Labels["match"] = "true"
		}
		if err := store.Add(pod); err != nil {
			b.Fatal(err)
		}
	}
	selector := labels.SelectorFromSet(labels.Set{"match": "true"})
	perOperation(b, 1, func() {
		var pods []*v1.Pod
		err := cache.ListAll(store, selector, func(object any) { pods = append(pods, found(object.(*v1.Pod))) })
		if err != nil || len(pods) != 100 {
			b.Fatal(err, len(pods))
		}
		sink = pods
	})
}

func same(pod *v1.Pod) *v1.Pod { return pod }

func BenchmarkLister_Match_1000(b *testing.B)         { match(b, 1_000, same) }
func BenchmarkLister_Match_10000(b *testing.B)        { match(b, 10_000, same) }
func BenchmarkLister_MatchDecoded_1000(b *testing.B)  { match(b, 1_000, (*v1.Pod).DeepCopy) }
func BenchmarkLister_MatchDecoded_10000(b *testing.B) { match(b, 10_000, (*v1.Pod).DeepCopy) }

func get(b *testing.B, use func(*v1.Pod)) {
	store := indexer()
	for i := range 1000 {
		if err := store.Add(pod(i)); err != nil {
			b.Fatal(err)
		}
	}
	perOperation(b, 1, func() {
		object, _, err := store.GetByKey("shop/frontend-7d9c5bdf6b-100500")
		if err != nil {
			b.Fatal(err)
		}
		use(object.(*v1.Pod))
	})
}

func BenchmarkRead_View(b *testing.B) { get(b, func(pod *v1.Pod) { sink = pod }) }
func BenchmarkRead_Pod(b *testing.B)  { get(b, func(pod *v1.Pod) { sink = pod.DeepCopy() }) }

func BenchmarkRead_Metadata(b *testing.B) {
	var read int
	get(b, func(pod *v1.Pod) {
		read += len(pod.GetResourceVersion()) + int(pod.GetGeneration()) + len(pod.GetLabels()["team"])
		read += len(pod.GetOwnerReferences())
		if pod.GetDeletionTimestamp() != nil {
			read++
		}
	})
	sink = read
}

func BenchmarkRead_ConfigMap(b *testing.B) {
	store := indexer()
	yes := true
	err := store.Add(&v1.ConfigMap{
		ObjectMeta: metav1.ObjectMeta{
			Name: "widget-1", Namespace: "shop", UID: "0a1b2c3d-4e5f-4a5b-8c7d-9e0f1a2b3c4d", ResourceVersion: "12345",
			CreationTimestamp: metav1.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC), Labels: map[string]string{"app": "shop"},
			OwnerReferences: []metav1.OwnerReference{{APIVersion: "bench.example.com/v1", Kind: "Widget", Name: "widget-1",
				UID: "9a1e7c52-7d0b-4f6e-8f0e-2b8f4d1c6a3e", Controller: &yes, BlockOwnerDeletion: &yes}},
		},
		Data: map[string]string{"size": "7", "color": "blue"},
	})
	if err != nil {
		b.Fatal(err)
	}
	perOperation(b, 1, func() {
		object, _, err := store.GetByKey("shop/widget-1")
		if err != nil {
			b.Fatal(err)
		}
		sink = object.(*v1.ConfigMap).DeepCopy()
	})
}

func stream() []byte {
	var all bytes.Buffer
	for i := range 1000 {
		fmt.Fprintf(&all, "{\"type\":\"ADDED\",\"object\":%s}\n", rawPod(i))
	}
	return all.Bytes()
}

func BenchmarkWatch_Event(b *testing.B) {
	stream := stream()
	serializer := json.NewSerializerWithOptions(json.DefaultMetaFactory, scheme.Scheme, scheme.Scheme, json.SerializerOptions{})
	perOperation(b, 1000, func() {
		frames := json.Framer.NewFrameReader(io.NopCloser(bytes.NewReader(stream)))
		decoder := restwatch.NewDecoder(streaming.NewDecoder(frames, serializer), scheme.Codecs.UniversalDeserializer())
		for range 1000 {
			_, object, err := decoder.Decode()
			if err != nil {
				b.Fatal(err)
			}
			sink = object
		}
	})
}
