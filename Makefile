# Tradewind. `make help` lists what can be made.

GO      ?= go
BUILD   := build
TOOLS   := $(BUILD)/tools
BINARY  := $(BUILD)/tradewind
FUZZTIME ?= 3m

# The tools are pinned here and installed beside the build, so that they stay
# out of go.mod.
GOFUMPT     := $(TOOLS)/gofumpt-v0.12.0
STATICCHECK := $(TOOLS)/staticcheck-v0.8.2

# Everything but main.go, which alone needs cgo, OpenGL and X11 headers.
PACKAGES := ./app/... ./assets/... ./catalog/... ./export/...
PURE     := CGO_ENABLED=0

.DEFAULT_GOAL := help
.NOTPARALLEL:

.PHONY: run
run: build ## build, do the main job on the sample shop, open the window on it
	.ci/demo

# The race run comes last, so that the output closes with go test's own lines.
.PHONY: test
test: lint arch unit main e2e race ## everything that continuous integration runs, cheapest first

# -short leaves out what is long because of its size or its many processes.
.PHONY: quick
quick: lint arch ## what shows most mistakes within two minutes: lint, architecture, unit tests
	$(PURE) $(GO) test -short $(PACKAGES)

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: build
build: deps ## build the program to build/tradewind
	$(GO) build -buildvcs=false -ldflags "$$(.ci/ldflags)" -o $(BINARY) .

.PHONY: e2e
e2e: build ## go down the roads in the real window: mouse, keys, pasted Chinese
	@.ci/install window || echo "Without these the window is not tested." >&2
	TRADEWIND_BINARY=$(abspath $(BINARY)) TRADEWIND_SHOTS=$(abspath $(BUILD)/e2e) \
	  $(PURE) $(GO) test -count=1 -timeout 20m -run 'Road|Stray|Draft|Ends' ./app/e2e

.PHONY: soak
soak: build ## use the window for five minutes over 100,000 products: does it grow?
	@.ci/install window
	TRADEWIND_BINARY=$(abspath $(BINARY)) TRADEWIND_SOAK=5 $(PURE) $(GO) test -count=1 -timeout 30m -run Soak -v ./app/e2e

.PHONY: shots
shots: build ## take a picture of every screen, to build/shots/index.html
	@.ci/install window
	@.ci/install pictures
	TRADEWIND_BINARY=$(abspath $(BINARY)) TRADEWIND_SHOTS=$(abspath $(BUILD)/shots) \
	  $(PURE) $(GO) test -count=1 -timeout 60m -run Shots -v ./app/e2e

.PHONY: reviewpage
reviewpage: build ## go through the review page in Chromium, desktop and phone; pictures in build/reviewpage
	@.ci/install browser
	.ci/reviewpage

.PHONY: package
package: deps ## make the .tar.xz, the .deb, the .exe and its installer in build/package
	@.ci/install package
	.ci/package

.PHONY: windows
windows: build ## try the Windows program and its installer under Wine
	@.ci/install package
	@.ci/install windows
	.ci/package windows
	.ci/try-windows

.PHONY: golden
golden: ## write the golden files anew; look at the difference before you commit it
	$(PURE) $(GO) test ./export/channel/... ./export/exporttest -run 'Golden|README' -update

.PHONY: bench
bench: build ## measure import, undo, lists, search, scrolling and start
	$(PURE) $(GO) test -run '^$$' -bench . -benchmem -timeout 60m $(PACKAGES)
	@.ci/install window
	TRADEWIND_BINARY=$(abspath $(BINARY)) TRADEWIND_BENCH=1 $(PURE) $(GO) test -count=1 -timeout 20m -run Start -v ./app/e2e

.PHONY: fuzz
fuzz: ## run each fuzz target for FUZZTIME (3m)
	.ci/fuzz $(FUZZTIME)

.PHONY: torture
torture: ## kill imports, damage files and play random games, 200 times each
	TORTURE=200 $(PURE) $(GO) test -count=1 -timeout 60m -run 'Kill|Damaged|CutLog|AgainstPlain' -v ./catalog/store

.PHONY: sample
sample: ## write the sample shop and its pictures anew
	$(PURE) $(GO) generate ./assets/...

.PHONY: lint
lint: $(GOFUMPT) $(STATICCHECK) ## gofumpt, go vet, staticcheck, plain words
	@test -z "$$($(GOFUMPT) -l main.go app assets catalog export)" || \
	  { echo "not formatted (gofumpt -w):"; $(GOFUMPT) -l main.go app assets catalog export; exit 1; }
	$(PURE) $(GO) vet $(PACKAGES)
	$(PURE) $(STATICCHECK) $(PACKAGES)
	$(PURE) $(GO) test ./app/arch -run 'TestPlainWords|TestFunctionsAndFilesStayShort|TestFoldersOfAppStaySmall'

.PHONY: arch
arch:
	$(PURE) $(GO) test ./app/arch

.PHONY: unit
unit:
	$(PURE) $(GO) test $(PACKAGES)

.PHONY: main
main: build
	@said=$$(LC_ALL=C.UTF-8 LANGUAGE= $(BINARY) channels 2>&1 >/dev/null); \
	  test -z "$$said" || { echo "the command line says before it begins: $$said"; exit 1; }
	$(GO) vet .
	$(STATICCHECK) .

# -short: what is long is long because of its size, and has run without -race.
# SQLite, which is C turned into Go, is not instrumented: the tests of the store take
# an eighth of the time, and its races would be SQLite's own.
NO_RACE := -gcflags=modernc.org/sqlite/lib=-race=false -gcflags=modernc.org/libc=-race=false

.PHONY: race
race:
	CGO_ENABLED=1 $(GO) test -race $(NO_RACE) -short -timeout 20m $(PACKAGES)

.PHONY: deps
deps:
	@.ci/install

$(GOFUMPT):
	GOBIN=$(abspath $(TOOLS)) $(GO) install mvdan.cc/gofumpt@$(lastword $(subst -, ,$(@F)))
	mv $(TOOLS)/gofumpt $@

$(STATICCHECK):
	GOBIN=$(abspath $(TOOLS)) $(GO) install honnef.co/go/tools/cmd/staticcheck@$(lastword $(subst -, ,$(@F)))
	mv $(TOOLS)/staticcheck $@

.PHONY: clean
clean: ## remove what was built
	rm -rf $(BUILD)
