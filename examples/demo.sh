#!/bin/sh
# What `make demo` runs: reads the example bulletins, answers three questions with their citations, serves the pages.
set -eu
workspace=${WORKSPACE:-demo-workspace}
chancery="$CHANCERY --workspace $workspace"

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
[ -t 1 ] || say() { printf '\n%s\n' "$*"; }

say "Reading the bulletins of the League of Nations (examples/league-of-nations)"
$chancery read examples/league-of-nations | tail -n 12

say '$ chancery who "Secretary-General" --in "League of Nations" --on 1925-06-01'
$chancery who "Secretary-General" --in "League of Nations" --on 1925-06-01

say '$ chancery who "Secretary-General" --in "League of Nations" --on 1938-06-01'
$chancery who "Secretary-General" --in "League of Nations" --on 1938-06-01

say '$ chancery who "High Commissioner" --in "Free City of Danzig" --on 1935-01-01'
$chancery who "High Commissioner" --in "Free City of Danzig" --on 1935-01-01

say '$ chancery show "Seán Lester"'
$chancery show "Seán Lester" | head -n 40

if [ "${SERVE:-1}" = 0 ]; then
    say "Not served (SERVE=0). To look at the pages: $chancery serve"
    exit 0
fi
say "The same record as web pages; stop with Ctrl-C"
exec $chancery serve --port "${PORT:-8421}"
