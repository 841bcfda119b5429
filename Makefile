# `make` alone lists what there is. Every target installs what it needs (Debian 12) and builds first.
PRESET ?= dev
BUILD := build/$(PRESET)
JOBS ?= $(shell nproc)
SCRIPTS := packaging/scripts
export CCACHE_BASEDIR := $(CURDIR)
export CCACHE_NOHASHDIR := 1

.PHONY: help run server simulate kill-loop real-cluster machinery test golden bench bench-sync bench-cluster lint format asan tsan package translations build

help:
	@echo "make run           build and start the program (in the terminal where there is no display)"
	@echo "make server        start a server with a library of its own, to try a team's work by hand"
	@echo "make test          run every test"
	@echo "make simulate      run SEEDS=5000 seeds of the simulation of sync, from FIRST=1"
	@echo "make kill-loop     kill programs that sync and edit, KILLS=200 times, and look for what they had acknowledged"
	@echo "make real-cluster  try the cluster commands on a real API server, KUBE_BINARIES=folder (tests/e2e/real_cluster.py)"
	@echo "make machinery     try them on the API server library of a present Kubernetes, MACHINERY=folder (tests/e2e/machinery/README.md)"
	@echo "make golden        accept what the window looks like now as its golden images"
	@echo "make bench         measure speed and memory, print a table"
	@echo "make bench-sync    measure sync and the server, beside PouchDB and Fastify, against the targets"
	@echo "make bench-cluster measure the deployments page over a generated cluster of 30,000 pods, against the targets"
	@echo "make lint          static checks"
	@echo "make format        format the sources"
	@echo "make asan          run the tests with the address and undefined-behaviour sanitizers"
	@echo "make tsan          run the server's, sync's and the store's tests with the thread sanitizer"
	@echo "make package       build a Debian package"
	@echo "make translations  update the translation sources from the code"

run:
	@$(SCRIPTS)/bootstrap.sh build
	@$(MAKE) --no-print-directory build TARGETS="aiagent aiagent-cli"
	@$(SCRIPTS)/run.sh $(BUILD)/bin

server:
	@$(SCRIPTS)/bootstrap.sh build server
	@$(MAKE) --no-print-directory build TARGETS="aiagent-server aiagent-cli"
	@$(SCRIPTS)/server.sh $(BUILD)/bin

test:
	@$(SCRIPTS)/bootstrap.sh build test
	@$(SCRIPTS)/test.sh $(PRESET) $(JOBS)

simulate:
	@$(SCRIPTS)/bootstrap.sh build test
	@$(MAKE) --no-print-directory build TARGETS="aiagent_sync_simulation aiagent-server"
	@tests/simulation/simulate.py $(BUILD) --first $(or $(FIRST),1) --seeds $(or $(SEEDS),5000) $(if $(PLANT),--plant $(PLANT))

kill-loop:
	@$(SCRIPTS)/bootstrap.sh build test
	@$(MAKE) --no-print-directory build TARGETS="aiagent-cli aiagent-server"
	@tests/e2e/kill_loop_test.py $(BUILD)/bin $(or $(KILLS),200) $(SEED)

real-cluster:
	@$(SCRIPTS)/bootstrap.sh build cluster
	@$(MAKE) --no-print-directory build TARGETS="aiagent-cli"
	@tests/e2e/cluster_real_test.py $(BUILD)/bin $(or $(KUBE_BINARIES),$(error KUBE_BINARIES is the folder of kube-apiserver)) $(WORD)

machinery:
	@$(SCRIPTS)/bootstrap.sh build cluster
	@$(MAKE) --no-print-directory build TARGETS="aiagent-cli"
	@tests/e2e/cluster_machinery_test.py $(BUILD)/bin $(or $(MACHINERY),$(error MACHINERY is the folder of the program machinery)) $(WORD)

golden:
	@$(SCRIPTS)/bootstrap.sh build test
	@$(MAKE) --no-print-directory build TARGETS="aiagent_golden_tests"
	@$(SCRIPTS)/golden.sh $(BUILD)

bench:
	@$(SCRIPTS)/bootstrap.sh build test bench
	@$(MAKE) --no-print-directory build
	@tests/bench/run.sh $(BUILD)

bench-sync:
	@$(SCRIPTS)/bootstrap.sh build test server bench
	@$(MAKE) --no-print-directory build TARGETS="aiagent-server aiagent-cli sync_client"
	@tests/bench/sync.sh $(BUILD)

bench-cluster:
	@$(SCRIPTS)/bootstrap.sh build test bench
	@$(MAKE) --no-print-directory build TARGETS="cluster_page_bench"
	@$(BUILD)/bench/cluster_page_bench

lint:
	@$(SCRIPTS)/bootstrap.sh build test lint
	@$(SCRIPTS)/lint.sh $(PRESET)

format:
	@$(SCRIPTS)/bootstrap.sh lint
	@git ls-files '*.cpp' '*.h' | xargs clang-format-14 -i

asan:
	@$(SCRIPTS)/bootstrap.sh build test
	@$(SCRIPTS)/test.sh asan $(JOBS)

tsan:
	@$(SCRIPTS)/bootstrap.sh build test
	@$(SCRIPTS)/tsan.sh $(JOBS)

package:
	@$(SCRIPTS)/bootstrap.sh build package
	@$(SCRIPTS)/package.sh

translations:
	@$(SCRIPTS)/bootstrap.sh build
	@$(MAKE) --no-print-directory build TARGETS="aiagent_lupdate"

build:
	@test -f $(BUILD)/build.ninja || cmake --preset $(PRESET) 
	@cmake --build $(BUILD) --parallel $(JOBS) $(if $(TARGETS),--target $(TARGETS)) -- $(if $(VERBOSE),-v,--quiet)
