package casetest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// patience is how long a step may take: a case is small, so that what takes longer
// hangs.
const patience = time.Minute

// run is a case that was played.
type run struct {
	folder   string // has the files, and out
	catalog  string
	program  Program
	names    []string // of the files
	steps    []step
	products []product
}

// step is one command with what came of it.
type step struct {
	words   []string // without "plain"
	code    int
	out     string
	err     string
	records []record
}

// record is a line of JSON of the output.
type record struct {
	whole  string
	fields map[string]any
}

type product = record

// problem is a problem that a step reported, with the SKUs that it is about.
type problem struct {
	Code     string         `json:"code"`
	Severity string         `json:"severity"`
	Place    string         `json:"place"`
	Field    string         `json:"field"`
	Message  string         `json:"message"`
	Args     map[string]any `json:"args"`
	skus     []string
}

// play runs the steps of a case over a fresh catalogue. The error is the case's
// verdict already: a step that hung or could not be called.
func play(t *testing.T, c Case, folder string, program Program) (*run, error) {
	t.Helper()
	home := t.TempDir()
	r := &run{folder: filepath.Join(home, "work"), catalog: filepath.Join(home, "case.tradewind"), program: program, names: c.Files}
	for _, name := range c.Files {
		r.copy(t, filepath.Join(folder, filepath.FromSlash(name)), name)
	}
	if made := r.call(t, []string{"new", r.catalog}); made.code != 0 {
		t.Fatalf("new: exit code %d: %s", made.code, made.err)
	}
	for _, words := range c.Steps {
		s := r.step(t, words)
		r.steps = append(r.steps, s)
		command := s.words[0]
		if s.code == 2 && command != "set" || s.code == 1 && (command == "settings" || command == "localize") || s.code == hung {
			return nil, fmt.Errorf("%s: exit code %d: %s", strings.Join(s.words, " "), s.code, s.err)
		}
	}
	r.products = r.call(t, []string{"products", "--json", "--catalog", r.catalog}).records
	return r, nil
}

func (r *run) copy(t *testing.T, from, name string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		t.Fatalf("broken case: %v", err)
	}
	to := filepath.Join(r.folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// step runs a step's words. The files of the case become whole paths, since all
// cases run in one process, which has one working folder.
func (r *run) step(t *testing.T, words []string) step {
	t.Helper()
	args := slices.Clone(words)
	if args[0] == "plain" {
		args = args[1:]
	} else {
		args = append(args, "--json")
	}
	for i, w := range args {
		if slices.Contains(r.names, w) || strings.HasPrefix(w, "out/") {
			args[i] = filepath.Join(r.folder, filepath.FromSlash(w))
		}
	}
	if args[0] == "export" {
		args = append(args, "--out", filepath.Join(r.folder, "out"))
	}
	return r.call(t, append(args, "--catalog", r.catalog))
}

// hung is the exit code of a step that was ended because it took too long.
const hung = 130

func (r *run) call(t *testing.T, args []string) step {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	var out, err bytes.Buffer
	code := r.program(ctx, args, &out, &err)
	s := step{words: args, code: code, out: out.String(), err: err.String()}
	for line := range strings.Lines(s.out) {
		if fields := object(line); fields != nil {
			s.records = append(s.records, record{line, fields})
		}
	}
	return s
}

// object reads a JSON object with its numbers as they are written, or returns nil.
func object(line string) map[string]any {
	var fields map[string]any
	dec := json.NewDecoder(strings.NewReader(line))
	dec.UseNumber()
	if dec.Decode(&fields) != nil {
		return nil
	}
	return fields
}

// problems returns what the step reported: of a whole record, and of the products
// that it left out.
func (s step) problems() []problem {
	var found []problem
	for _, r := range s.records {
		var parsed struct {
			held
			Skipped []held `json:"skipped"`
		}
		if json.Unmarshal([]byte(r.whole), &parsed) != nil {
			continue
		}
		for _, h := range append([]held{parsed.held}, parsed.Skipped...) {
			for _, p := range h.Problems {
				p.skus = h.SKUs
				if own, ok := p.Args["sku"].(string); ok && own != "" {
					p.skus = []string{own}
				}
				found = append(found, p)
			}
		}
	}
	return found
}

// held is a product or a group with its problems.
type held struct {
	SKUs     []string  `json:"skus"`
	Problems []problem `json:"problems"`
}

// said lists the problems of all steps, for whoever reads that a case fails.
func (r *run) said() string {
	var b strings.Builder
	for _, s := range r.steps {
		for _, p := range s.problems() {
			fmt.Fprintf(&b, "\n    %s: %s %s %s %s: %s", s.words[0], p.Severity, p.Code, p.Place, p.Field, p.Message)
		}
	}
	return b.String()
}
