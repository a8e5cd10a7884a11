#!/bin/sh
# Double-click (macOS) to set jixiao up and open its page; jixiao.desktop (Linux) starts this too.
cd "$(dirname "$0")" || exit 3
for python in python3 python3.14 python3.13 python3.12 python3.11; do
  if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    if [ $# -gt 0 ]; then
      "$python" run.py check "$@"
    else
      "$python" run.py
    fi
    code=$?
    break
  fi
done
if [ -z "${code+set}" ]; then
  echo "没有找到 Python 3.11 或更高版本，请先安装。Python 3.11 or later is needed." >&2
  code=3
fi
if [ -t 0 ] && [ "$code" -ne 0 ]; then
  printf '按回车键关闭。Press Enter to close. ' >&2
  read -r _
fi
exit "$code"
