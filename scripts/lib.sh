# What the scripts beside this file share. Sourced by bash, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Says what is wrong and what to do, and ends.
fail() {
  printf '%s: %s\n' "$(basename "$0")" "$1" >&2
  exit 1
}

# Says what comes now.
step() {
  printf '\n==> %s\n' "$1"
}

# The major version of the full JDK in a folder, if there is one that is new enough.
jdk_version() {
  [ -x "$1/bin/javac" ] || return 1
  local version
  version=$("$1/bin/javac" -version 2>&1 | sed -nE 's/^javac ([0-9]+).*/\1/p')
  [ "${version:-0}" -ge 17 ] && printf '%s\n' "$version"
}

# All full JDKs from 17 on: version and folder, a line each, the newest last.
jdks() {
  local home version
  for home in "${JAVA_HOME:-}" "$(java_home_of_path)" /usr/lib/jvm/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if [ -n "$home" ] && version=$(jdk_version "$home"); then
      printf '%s %s\n' "$version" "$(cd -P "$home" && pwd)"
    fi
  done | sort -u | sort -n
}

java_home_of_path() {
  local java target
  java=$(command -v javac) || return 0
  while [ -L "$java" ]; do
    target=$(readlink "$java")
    case $target in
      /*) java=$target ;;
      *) java=$(dirname "$java")/$target ;;
    esac
  done
  dirname "$(dirname "$java")"
}

# Sets JAVA_HOME to the JDK to build with, or says that there is none.
use_jdk() {
  if ! jdk_version "${JAVA_HOME:-/nowhere}" >/dev/null; then
    JAVA_HOME=$(java_home_of_path)
    if ! jdk_version "${JAVA_HOME:-/nowhere}" >/dev/null; then
      JAVA_HOME=$(jdks | head -n 1 | cut -d' ' -f2)
    fi
  fi
  [ -n "$JAVA_HOME" ] || fail "no JDK 17 or later found: install one, or set JAVA_HOME to it"
  export JAVA_HOME PATH="$JAVA_HOME/bin:$PATH"
}

need_maven() {
  command -v mvn >/dev/null || fail "no Maven found: install Maven 3.8 or later"
}
