#!/bin/sh
# Writes src/order.ld anew: the functions that common questions run, for the linker to lay side by side, and what it
# leaves out.
# Needs valgrind, and nm and awk as every system with a linker has them. To be run from the repository's folder
# after a change of what common questions run; `cargo bench --bench startup` tells what it is worth.
set -eu

build=target/order
seen=$build/seen
mkdir -p "$seen" "$build/home"
rm -f "$seen"/*
# The hashes in names depend on the profile: it stays the release's, and the linker alone is told to keep names.
cargo rustc --release --bin roles --target-dir "$build" -- -C strip=none -C link-arg="-Wl,-Map=$PWD/$build/map"
roles=$build/release/roles
HOME=$build/home "$roles" profile | sed 's/^\( [^#]*:\)$/\1 working/' > "$build/me.yaml"

ran=0
while read -r question; do
    ran=$((ran + 1))
    # Words of a question have no spaces.
    # shellcheck disable=SC2086
    HOME=$build/home valgrind --tool=callgrind --demangle=no --compress-strings=no \
        --callgrind-out-file="$build/callgrind" "$roles" $question > /dev/null 2> "$build/complaints" ||
        { cat "$build/complaints" >&2; exit 1; }
    sed -n 's/^c\{0,1\}fn=//p' "$build/callgrind" | sed "s/'[0-9]*\$//" | sort -u > "$seen/$ran"
done <<QUESTIONS
show cto
show cto --format page
list
list --format page
path junior-software-engineer cto
path cto
why cto technology-strategy
salary cto
compare cto vp-engineering
search kubernetes
title Senior-Java-Developer,-Payments
match --profile $build/me.yaml
salary --region de
QUESTIONS

# Of the C library, where it is linked in, whole members; of those that are chosen by the processor, each that a newer
# one takes: valgrind is none of them.
sort -u "$seen"/* | awk '
    NR == FNR { runs[$1]; next }
    / [^ ]*libc\.a\([^)]*\):\(\.text/ { member = $0; sub(/.*libc\.a\(/, "", member); sub(/\).*/, "", member); next }
    /:\(/ { member = ""; next }
    member != "" && ($NF in runs) { print member }
' - "$build/map" | sed 's/-\(avx\|evex\|sse\).*\.o$/-{avx,evex}/' | sort -u | awk '
    sub(/-\{avx,evex\}$/, "") { print "    *libc.a:" $0 "-avx*.o(.text .text.*)\n    *libc.a:" $0 "-evex*.o(.text .text.*)"; next }
    { print "    *libc.a:" $0 "(.text .text.*)" }
' > "$build/members"

# A function whose name is its own is written without the compiler's hash: it keeps its place with another compiler.
# What most questions run stands first, and behind it what the first question runs.
nm --defined-only "$roles" | awk -v questions="$ran" -v seen="$seen" '
    function bare(name) { sub(/17h[0-9a-f]+E$/, "17h", name); return name }
    # What the compiler numbers anew in each build.
    function unnumbered(name) { sub(/\.[0-9]+$/, "", name); return name }
    BEGIN {
        for (question = 1; question <= questions; question++)
            while ((getline name < (seen "/" question)) > 0) {
                runs[name]++
                if (question == 1) first[name] = 1
            }
    }
    $2 ~ /[tTwW]/ && !($3 in at) { at[$3] = $1; alike[bare($3)]++ }
    END {
        # Of functions that are one, the linker keeps whichever name it likes.
        for (name in at) {
            if (runs[name] > most[at[name]]) most[at[name]] = runs[name]
            if (name in first) is_first[at[name]] = 1
        }
        for (name in at)
            if (most[at[name]] && name ~ /^(_ZN|_R)/) {
                pattern = unnumbered(name) != name ? unnumbered(name) "*" : name
                if (bare(name) != name && alike[bare(name)] == 1) pattern = bare(name) "*"
                printf "%d %02d %s\n", at[name] in is_first, most[at[name]], pattern
            }
    }' | sort -k1,1nr -k2,2nr -k3,3 | awk -v members="$build/members" '
    BEGIN {
        print "/* Written by benches/startup/order.sh: what common questions run lies side by side, so that few pages are"
        print "   fetched for it. A name that no function has any more does nothing. */"
        print "SECTIONS {\n  .text.order : {"
        while ((getline member < members) > 0) print member
    }
    { print "    *(.text*." $3 ")" }
    END {
        print "  }"
        print "  /* What would unwind the stack: a panic ends this program, and no name is left that a trace could show. */"
        print "  /DISCARD/ : { *(.eh_frame) *(.gcc_except_table*) }"
        print "}\nINSERT BEFORE .text;"
    }' > src/order.ld
