package dev.jop.cli.command;

/** How a scaffolding command tells what it does. */
enum OutputFormat {
  /** Lines for people. */
  TEXT,
  /** One JSON object for programs. */
  JSON
}
