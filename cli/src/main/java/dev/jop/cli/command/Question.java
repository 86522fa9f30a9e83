package dev.jop.cli.command;

import dev.jop.cli.CommandException;
import dev.jop.cli.session.Session;
import java.io.IOException;
import java.util.Locale;

/** A question that is answered with yes or no; yes where nobody can be asked. */
final class Question {
  private final Session session;

  Question(Session session) {
    this.session = session;
  }

  boolean ask(String question) {
    while (session.interactive()) {
      session.err().print(question + " [y/n] ");
      session.err().flush();
      String answer = read();
      switch (answer.strip().toLowerCase(Locale.ROOT)) {
        case "y", "yes" -> {
          return true;
        }
        case "n", "no" -> {
          return false;
        }
        default -> session.err().println("please answer y or n");
      }
    }
    return true;
  }

  private String read() {
    try {
      String line = session.in().readLine();
      if (line == null) {
        throw new CommandException(
            "there was no answer; use --resource and --controller to answer beforehand");
      }
      return line;
    } catch (IOException e) {
      throw new CommandException("cannot read the answer: " + e.getMessage(), e);
    }
  }
}
