package dev.jop.runtime.manager;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A {@code main} as users write it, for a process of its own; there is no API server. */
final class ManagerProcess {

  private ManagerProcess() {}

  /** Runs a manager with one task, whose name is the last argument. */
  public static void main(String[] arguments) throws InterruptedException {
    String[] flags = Arrays.copyOf(arguments, arguments.length - 1);
    if (arguments[flags.length].equals("two")) {
      runTwo(flags);
      return;
    }
    Manager manager = Manager.create(ManagerOptions.parse(flags));
    manager.add("task", () -> run(arguments[flags.length]));
    manager.run();
    System.out.println("ended well");
  }

  /** Two managers in one process, each with its own {@code run}. */
  private static void runTwo(String[] flags) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (String name : List.of("first", "second")) {
      Manager manager = Manager.create(ManagerOptions.parse(flags));
      manager.add(name, () -> run("good"));
      Thread thread = new Thread(manager::run);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("both ended well");
  }

  private static void run(String kind) throws Exception {
    System.out.println("task runs");
    switch (kind) {
      case "good" -> new CountDownLatch(1).await();
      case "stubborn" -> {
        while (true) {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            System.out.println("task goes on");
          }
        }
      }
      default -> throw new IllegalStateException("out of luck");
    }
  }
}
