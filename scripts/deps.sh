# Installs libedit's headers if they are missing; says one clear line when it cannot.
[ -f /usr/include/histedit.h ] || [ -f /usr/local/include/histedit.h ] && exit 0
pkg-config --exists libedit 2>/dev/null && exit 0
[ "$(uname)" = Darwin ] && exit 0 # part of the system

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

if command -v apt-get >/dev/null; then
  as_root apt-get install -y -qq libedit-dev >/dev/null 2>&1 ||
    { as_root apt-get update -qq >/dev/null 2>&1 && as_root apt-get install -y -qq libedit-dev >/dev/null 2>&1; }
elif command -v dnf >/dev/null; then
  as_root dnf install -y -q libedit-devel >/dev/null 2>&1
elif command -v apk >/dev/null; then
  as_root apk add -q libedit-dev >/dev/null 2>&1
fi

[ -f /usr/include/histedit.h ] || {
  echo "hearth needs libedit: install libedit-dev (Debian, Ubuntu) or libedit-devel (Fedora), then run make again" >&2
  exit 1
}
