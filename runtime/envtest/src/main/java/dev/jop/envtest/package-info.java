/**
 * A real API server for tests and local runs: etcd and kube-apiserver as child processes.
 *
 * <p>{@link dev.jop.envtest.Environment} is the door. It finds the binaries ({@code assets}), makes
 * certificates, starts both servers on free ports of the loopback address, and gives out
 * kubeconfigs. Nothing is imitated: what a test sees here is what a cluster does, apart from the
 * controllers and nodes that don't run.
 */
@NullMarked
package dev.jop.envtest;

import org.jspecify.annotations.NullMarked;
