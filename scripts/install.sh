# install.sh BINARY: puts the command, its manual pages and its completions under $DESTDIR$PREFIX.
# install.sh --uninstall: takes them away.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root="${DESTDIR:-}${PREFIX:-/usr/local}"

command="$root/bin/hearth"
english="$root/share/man/man1/hearth.1"
chinese="$root/share/man/zh_CN/man1/hearth.1"
bash="$root/share/bash-completion/completions/hearth"
zsh="$root/share/zsh/site-functions/_hearth"
fish="$root/share/fish/vendor_completions.d/hearth.fish"

if [ "${1:-}" = --uninstall ]; then
  rm -f "$command" "$english" "$chinese" "$bash" "$zsh" "$fish"
  exit 0
fi

binary=${1:?the binary to install}
for file in "$command" "$english" "$chinese" "$bash" "$zsh" "$fish"; do
  mkdir -p "$(dirname "$file")"
done
install -m 755 "$binary" "$command"
install -m 644 "$here/man/hearth.1" "$english"
install -m 644 "$here/man/zh_CN/hearth.1" "$chinese"
for shell in bash zsh fish; do
  eval "file=\$$shell"
  "$binary" completion "$shell" > "$file"
  chmod 644 "$file"
done
echo "hearth is installed as $command"
