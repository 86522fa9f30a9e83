package dev.jop.controllergen.discovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is wrong with the names of groups and resources that somebody wrote.
 *
 * <p>All resources are meant in all groups, so a resource is wrong only if no group has it. A group
 * of which nothing is known may have anything.
 *
 * @param known what there is
 * @param groups the groups; the empty string is the core group
 * @param resources the resources
 */
public record ResourceNames(
    ApiResources known, Collection<String> groups, Collection<String> resources) {
  private static final String ANY = "*";
  private static final Pattern GROUP =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final Pattern RESOURCE = Pattern.compile("[a-z0-9]([-a-z0-9]*)?(/[-a-z0-9]+)?");

  /** Returns what cannot be meant. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (String group : groups) {
      if (group.matches("[^/]*/v[0-9].*")) {
        faults.add(quoted(group) + " is a group with a version; write " + before(group, '/'));
      } else if (!group.isEmpty() && !group.equals(ANY) && !GROUP.matcher(group).matches()) {
        faults.add(quoted(group) + " is not a group; that is a domain in small letters");
      }
    }
    for (String name : resources) {
      if (!name.contains(ANY) && foundNowhere(name)) {
        fault(name).ifPresent(faults::add);
      }
    }
    return faults;
  }

  /** Returns what is hardly meant, though a server may have it that is newer or extended. */
  public List<String> doubts() {
    List<String> doubts = new ArrayList<>();
    for (String group : groups) {
      if (!group.equals(ANY) && group.indexOf('.') < 0 && !known.knowsGroup(group)) {
        doubts.add("there is no API group " + quoted(group) + elsewhere());
      }
    }
    boolean allKnown = groups.stream().allMatch(known::knowsGroup);
    for (String name : resources) {
      boolean empty =
          groups.stream()
              .flatMap(group -> known.find(group, name).stream())
              .allMatch(resource -> resource.verbs().isEmpty());
      if (allKnown && !name.contains(ANY) && empty) {
        List<String> others = known.groupsOf(name);
        doubts.add(
            "there is no resource "
                + quoted(name)
                + " in "
                + readable(groups)
                + (others.isEmpty() ? "" : "; it is in " + readable(others)));
      }
    }
    return doubts;
  }

  private Optional<String> fault(String name) {
    Optional<ApiResource> meant =
        groups.stream().flatMap(group -> known.meant(group, name).stream()).findFirst();
    if (meant.isPresent()) {
      return Optional.of(quoted(name) + " is not a resource; write " + quoted(meant.get().name()));
    }
    int dot = name.indexOf('.');
    if (dot > 0) {
      return Optional.of(
          quoted(name) + " has a group in it; write " + quoted(before(name, '.')) + " and groups");
    }
    return RESOURCE.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(quoted(name) + " is not a resource; that is a plural in small letters");
  }

  private boolean foundNowhere(String name) {
    return groups.stream().allMatch(group -> known.find(group, name).isEmpty());
  }

  private String elsewhere() {
    List<String> others =
        resources.stream().flatMap(name -> known.groupsOf(name).stream()).distinct().toList();
    return others.isEmpty() ? "" : "; there is " + readable(others);
  }

  private static String readable(Collection<String> groups) {
    return String.join(
        ", ", groups.stream().map(group -> group.isEmpty() ? "core" : group).toList());
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static String before(String text, char end) {
    return text.substring(0, text.indexOf(end));
  }
}
