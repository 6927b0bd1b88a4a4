# Installs the headers of libedit, libxlsxwriter and xxhash if they are missing; says one clear line when it cannot.
has() { # HEADER PACKAGE
  [ -f "/usr/include/$1" ] || [ -f "/usr/local/include/$1" ] || pkg-config --exists "$2" 2>/dev/null
}
complete() {
  { [ "$(uname)" = Darwin ] || has histedit.h libedit; } && # libedit is part of macOS
    has xlsxwriter.h xlsxwriter && has xxhash.h libxxhash
}
complete && exit 0

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }
apt_install() { as_root apt-get install -y -qq libedit-dev libxlsxwriter-dev libxxhash-dev >/dev/null 2>&1; }

if command -v apt-get >/dev/null; then
  apt_install || { as_root apt-get update -qq >/dev/null 2>&1 && apt_install; }
elif command -v dnf >/dev/null; then
  as_root dnf install -y -q libedit-devel libxlsxwriter-devel xxhash-devel >/dev/null 2>&1
elif command -v apk >/dev/null; then
  as_root apk add -q libedit-dev libxlsxwriter-dev xxhash-dev >/dev/null 2>&1
elif command -v brew >/dev/null; then
  brew install -q libxlsxwriter xxhash >/dev/null 2>&1
fi

complete || {
  echo "hearth needs libedit, libxlsxwriter and xxhash: install libedit-dev, libxlsxwriter-dev and libxxhash-dev" \
    "(Debian, Ubuntu) or libedit-devel, libxlsxwriter-devel and xxhash-devel (Fedora), then run make again" >&2
  exit 1
}
