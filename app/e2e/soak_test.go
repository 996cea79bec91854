package e2e

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// soakProducts is how many products the soak's catalogue has.
const soakProducts = 100_000

// soakPace is the time between two actions. It is the same throughout, so that the
// minutes can be compared.
const soakPace = 750 * time.Millisecond

// TestSoak uses the window for some minutes over a large catalogue, and measures at
// the end of each what the program holds. What grew from the second minute to the
// last would grow all day.
func TestSoak(t *testing.T) {
	minutes, err := strconv.Atoi(os.Getenv("TRADEWIND_SOAK"))
	if err != nil || minutes < 3 {
		t.Skip("not soaked: TRADEWIND_SOAK names no minutes, 3 or more; make soak does")
	}
	binary(t)
	home := t.TempDir()
	p := start(t, openDisplay(t, "1440x900"), home, bigShop(t, home, soakProducts))
	p.ask(question{"do": "go", "place": "products"})
	p.hasRows(soakProducts)
	p.resize(1440, 900)
	p.hasty = true
	defer p.keepIfFailed()
	u := &usage{program: p}
	var held []holding
	t.Logf("%6s %8s %10s %8s %9s %9s %9s", "minute", "actions", "goroutines", "handles", "catalogue", "heap MB", "RSS MB")
	for minute := range minutes {
		done := u.useFor(time.Minute)
		h := p.holding()
		held = append(held, h)
		t.Logf("%6d %8d %10d %8d %9d %9.1f %9.1f", minute+1, done, h.goroutines, h.handles, h.catalogue, mega(h.heap), mega(h.resident))
		if h.catalogue > mostReaders {
			t.Errorf("%d files of the catalogue are open, want at most %d", h.catalogue, mostReaders)
		}
	}
	early, late := held[1], held[minutes-1]
	if late.goroutines > early.goroutines {
		t.Errorf("goroutines grew from %d to %d", early.goroutines, late.goroutines)
	}
	if late.handles > early.handles {
		t.Errorf("file handles grew from %d to %d", early.handles, late.handles)
	}
	if grown := float64(late.resident) / float64(early.resident); grown > 1.05 {
		t.Errorf("the memory of the last minute is %.2f of that of the second, want at most 1.05", grown)
	}
	p.quit()
}

// bigShop makes a catalogue of n products, by the command line.
func bigShop(t *testing.T, home string, n int) string {
	t.Helper()
	sheet, shop := filepath.Join(home, "big.csv"), filepath.Join(home, "big.tradewind")
	f, err := os.Create(sheet)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(f)
	fmt.Fprintln(w, "sku,title,brand,price,quantity")
	for i := range n {
		fmt.Fprintf(w, "P-%06d,Product %06d,%s,%d.50,%d\n", i, i, []string{"Alder", "Birch"}[i%2], 10+i%90, i%7)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	commands := [][]string{{"new", shop}, {"import", sheet, "--catalog", shop}}
	if n == 0 {
		commands = commands[:1]
	}
	for _, args := range commands {
		if out, err := exec.Command(binary(t), args...).CombinedOutput(); err != nil {
			t.Fatalf("tradewind %v: %v\n%s", args, err, out)
		}
	}
	return shop
}

// usage is how a person uses the window: the same round of actions again and again.
type usage struct {
	*program
	at int // how many actions were done
}

// round are the actions. Each leaves the window so that the next can follow.
var round = []func(u *usage){
	func(u *usage) { u.over("5", "10") },
	func(u *usage) { u.over("5", "10") },
	func(u *usage) { u.key("Next") },
	func(u *usage) { u.key("End") },
	func(u *usage) { u.over("4", "10") },
	func(u *usage) { u.key("Home") },
	func(u *usage) { u.click("search") },
	func(u *usage) { u.mouse("type", "--delay", "30", fmt.Sprintf("%04d", u.at%10_000)) },
	func(u *usage) { u.key("Escape") },
	func(u *usage) { u.title(priceColumn) },
	func(u *usage) { u.title(skuColumn) },
	func(u *usage) { u.open("products-filter", "filter-value") },
	func(u *usage) { u.paste("Birch"); u.key("Return"); u.gone("filter-value") },
	func(u *usage) { u.hasRows(soakProducts / 2) },
	func(u *usage) { u.click("products-all") },
	func(u *usage) { u.hasRows(soakProducts); u.press(u.at%10, "") },
	func(u *usage) { u.edit(3, titleColumn, fmt.Sprintf("Product of round %d", u.at)) },
	func(u *usage) { u.key("ctrl+z") },
	func(u *usage) { u.click("rail:home") },
	func(u *usage) { u.click("rail:history") },
	func(u *usage) { u.click("rail:export") },
	func(u *usage) { u.click("rail:settings") },
	func(u *usage) { u.click("rail:products") },
	func(u *usage) { u.hasRows(soakProducts); u.press(2, "") },
}

// useFor goes on with the round for some time, one action each soakPace, and tells
// how many it did.
func (u *usage) useFor(d time.Duration) int {
	begun := u.at
	beat := time.NewTicker(soakPace)
	defer beat.Stop()
	for end := time.Now().Add(d); time.Now().Before(end); {
		<-beat.C
		round[u.at%len(round)](u)
		u.at++
	}
	return u.at - begun
}

// open clicks on a control until what it opens is there: while the list is counted
// its title grows, and what stands beside it moves.
func (u *usage) open(role, opens string) {
	u.t.Helper()
	until(u.t, "see "+opens, func() bool {
		u.click(role)
		for range 20 {
			if u.find(opens).Found {
				return true
			}
			time.Sleep(pause)
		}
		return false
	})
}

// over turns the wheel over the list.
func (u *usage) over(button, times string) {
	u.t.Helper()
	u.point(u.see(productGrid))
	u.mouse("click", "--repeat", times, "--delay", "10", button)
}

// title clicks on the title of a column, which sorts by it.
func (u *usage) title(column string) {
	u.t.Helper()
	a := u.cell(productGrid, 0, column)
	a.Area.Y = u.see(productGrid).Area.Y
	u.point(a)
	u.mouse("click", "1")
}

// holding is what a program holds of the machine.
type holding struct {
	goroutines, handles int
	catalogue           int    // handles of its files, besides
	heap, resident      uint64 // bytes
}

// holding measures the list once the program is at rest: no work is under way, and
// its counts stand still for a second.
func (p *program) holding() holding {
	p.t.Helper()
	p.ask(question{"do": "go", "place": "products"})
	var h holding
	since := time.Now()
	until(p.t, "the program is at rest", func() bool {
		time.Sleep(100 * time.Millisecond)
		a := p.ask(question{"do": "use"})
		now := holding{goroutines: a.Goroutines, heap: a.Heap}
		now.handles, now.catalogue = p.handles()
		if now.goroutines != h.goroutines || now.handles != h.handles || a.Busy {
			since = time.Now()
		}
		h = now
		return time.Since(since) > time.Second
	})
	h.resident = p.resident()
	return h
}

// handles counts the open files. Those of the catalogue are told apart: how many of
// its readers were ever wanted at once is chance, and what was opened stays open for
// the next; they are at most mostReaders.
func (p *program) handles() (others, catalogue int) {
	p.t.Helper()
	folder := fmt.Sprintf("/proc/%d/fd", p.cmd.Process.Pid)
	open, err := os.ReadDir(folder)
	if err != nil {
		p.t.Fatal(err)
	}
	for _, f := range open {
		name, err := os.Readlink(filepath.Join(folder, f.Name()))
		switch {
		case err != nil: // closed meanwhile
		case strings.Contains(filepath.Base(name), ".tradewind"):
			catalogue++
		default:
			others++
		}
	}
	return others, catalogue
}

// mostReaders bounds the files of the catalogue that are open: eight connections read
// at once and one writes, each with the catalogue, its log and the log's index, and
// the lock beside them.
const mostReaders = 9*3 + 1

// resident is the memory that the program takes of the machine.
func (p *program) resident() uint64 {
	p.t.Helper()
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		p.t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		var kilobytes uint64
		if _, err := fmt.Sscanf(line, "VmRSS: %d kB", &kilobytes); err == nil {
			return kilobytes << 10
		}
	}
	p.t.Fatal("the system does not tell how much memory the program takes")
	return 0
}

func mega(bytes uint64) float64 { return float64(bytes) / (1 << 20) }
