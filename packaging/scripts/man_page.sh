#!/bin/sh
# A manual page made from a program's own --help, written to standard output.
#   man_page.sh PROGRAM NAME VERSION SUMMARY
set -eu
program=$1 name=$2 version=$3 summary=$4
# Backslashes, leading dots and quotes, and hyphens mean something to troff.
escaped() {
  sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^\\([.']\\)/\\\\\\&\\1/"
}
upper=$(echo "$name" | tr '[:lower:]' '[:upper:]')
printf '.TH %s 1 "" "%s %s" "User Commands"\n' "$upper" "$name" "$version"
printf '.SH NAME\n%s \\- %s\n' "$(echo "$name" | escaped)" "$(echo "$summary" | escaped)"
printf '.SH SYNOPSIS\n.B %s\n[\\fIARGUMENT\\fR...]\n' "$(echo "$name" | escaped)"
printf '.SH DESCRIPTION\n.nf\n'
LC_ALL=C.UTF-8 LANGUAGE=en QT_QPA_PLATFORM=offscreen "$program" --help 2>/dev/null | escaped
printf '.fi\n.SH FILES\n.I ~/.local/share/aiagent\nholds the profile: agents, drafts and runs, their backups and the log.\n'
