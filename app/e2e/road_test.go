package e2e

import (
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// The columns and controls that the road meets.
const (
	productGrid  = "products-grid"
	skuColumn    = "sku"
	titleColumn  = "title"
	priceColumn  = "price"
	chineseTitle = "title@zh-Hans"
)

// sampleProducts is how many products the sample shop has. One of them has no price.
const (
	sampleProducts = 120
	salableSample  = sampleProducts - 1
)

// The roads of a shop owner. Each has a window and a catalogue of its own, so that what
// fails on one says nothing of the others.

func TestRoadOfTheFirstRun(t *testing.T) {
	binary(t) // without one there is nothing to open a display for
	p := start(t, openDisplay(t, "1440x900"), t.TempDir())
	p.walk(t, []step{
		{"first run to the sample", firstRunToSample},
		{"switch the language", switchLanguage},
		{"quit and find the window as it was", reopen},
	})
}

func TestRoadOfAnImport(t *testing.T) {
	inSample(t).walk(t, []step{
		{"drop a workbook, map a column, import, undo", importAndUndo},
	})
}

func TestRoadOfEdits(t *testing.T) {
	inSample(t).walk(t, []step{
		{"edit a cell, undo, edit again", editCell},
		{"edit 50 prices at once", editPrices},
		{"edit a product whole", editProduct},
		{"quit and find the prices", findPrices},
	})
}

func TestRoadIntoChinese(t *testing.T) {
	inSample(t).walk(t, []step{
		{"paste Chinese titles", pasteChinese},
		{"mend a title that is too long", mendTitle},
		{"put all of it into Chinese", localize},
		{"export to taobao", exportTaobao},
		{"quit and find the texts", findTexts},
	})
}

// inSample opens a new sample shop in a window of its own, at its list of products.
func inSample(t *testing.T) *program {
	t.Helper()
	binary(t)
	home := t.TempDir()
	p := start(t, openDisplay(t, "1440x900"), home, newSample(t, home))
	p.visit("products")
	p.hasRows(sampleProducts)
	return p
}

// step is a part of a road.
type step struct {
	name string
	do   func(*testing.T, *program)
}

// walk goes down a road. Each step stands on the one before it, so the first that fails
// ends it.
func (p *program) walk(t *testing.T, road []step) {
	for _, s := range road {
		if !t.Run(s.name, func(t *testing.T) {
			p.t, p.display.t = t, t
			s.do(t, p)
		}) {
			p.t, p.display.t = t, t
			p.keepPicture(t)
			return
		}
	}
	p.t = t
}

// TestStrayCallsAreTold calls the toolkit from another thread than the window's: a
// binary that keeps silent about it would prove nothing by silence.
func TestStrayCallsAreTold(t *testing.T) {
	binary(t)
	p := start(t, openDisplay(t, "1440x900"), t.TempDir())
	p.stray = true
	p.ask(question{"do": "stray"})
	until(t, "the toolkit complains", func() bool { return strings.Contains(p.said.String(), wrongThread) })
}

// keepIfFailed is keepPicture at the end of a test that failed.
func (p *program) keepIfFailed() {
	if p.t.Failed() && !p.hasEnded() {
		p.keepPicture(p.t)
	}
}

// keepPicture saves what the window shows where a step failed, when a folder for it
// is named.
func (p *program) keepPicture(t *testing.T) {
	t.Helper()
	if folder := os.Getenv("TRADEWIND_SHOTS"); folder != "" {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		p.run("import", "-window", "root", filepath.Join(folder, "failed-"+strings.ReplaceAll(t.Name(), "/", "-")+".png"))
	}
}

func firstRunToSample(t *testing.T, p *program) {
	p.at("welcome")
	p.click("welcome:sample")
	p.click("welcome:create")
	p.at("products")
	p.hasRows(sampleProducts)
	p.catalogue()
}

// catalogue is the path of the one that was made.
func (p *program) catalogue() string {
	p.t.Helper()
	found, err := filepath.Glob(filepath.Join(p.home, "*.tradewind"))
	if err != nil || len(found) != 1 {
		p.t.Fatalf("catalogues at home: %q, %v, want one", found, err)
	}
	return found[0]
}

// hasRows waits until the list of products has so many.
func (p *program) hasRows(want int) {
	p.t.Helper()
	until(p.t, "the list has its rows", func() bool { return p.find(productGrid).Rows == want })
}

// editProduct edits a product on its own screen, saves it on the way to the next one,
// comes back and undoes it.
func editProduct(t *testing.T, p *program) {
	const brand, mine = "product-field:brand", "A brand of the road"
	p.visit("products")
	p.hasRows(sampleProducts)
	p.openRow()
	p.replace(brand, mine)
	p.click("product-next")
	p.click("ask:save")
	until(t, "the next product is shown", func() bool { return p.find(brand).Text != mine })
	p.click("product-previous")
	until(t, "the brand was saved", func() bool { return p.find(brand).Text == mine })
	p.click("product-tab:history")
	p.click("product-undo")
	p.click("product-tab:details")
	until(t, "the brand was undone", func() bool { a := p.find(brand); return a.Found && a.Text != mine })
	p.click("product-back")
	p.at("products")
	p.hasRows(sampleProducts)
}

// switchLanguage does so in the settings, and back by the menu of the same choice.
func switchLanguage(t *testing.T, p *program) {
	p.click("rail:settings")
	p.at("settings")
	before := p.see("rail:products").Text
	p.pick("settings:language", "Down", 2)
	until(t, "the window speaks Chinese", func() bool { return p.find("rail:products").Text == "商品" })
	p.pick("settings:language", "Up", 1)
	until(t, "the window speaks English", func() bool { return p.find("rail:products").Text == before })
}

// pick chooses in the list that a control opens, some lines from what is chosen.
func (p *program) pick(role, arrow string, n int) {
	p.t.Helper()
	p.click(role)
	until(p.t, "the list is open", func() bool { return p.state().Overlays > 0 })
	for range n {
		p.key(arrow)
	}
	p.key("Return")
}

// widened is by how much the column of titles is made wider, in px.
const widened = 60

func reopen(t *testing.T, p *program) {
	p.visit("products")
	p.hasRows(sampleProducts)
	want := p.cell(productGrid, 0, titleColumn).Area.Width + widened
	p.widen(titleColumn)
	p.resize(1300, 820)
	wide := p.cell(productGrid, 0, titleColumn).Area.Width
	if wide < want-2 {
		t.Errorf("the column is %v wide after it was dragged, want %v", wide, want)
	}
	p.click("rail:history")
	p.at("history")
	title := p.state().Title
	p.quit()
	again := start(t, p.display, p.home)
	again.at("history")
	if got := again.state().Title; got != title {
		t.Errorf("title = %q, want %q", got, title)
	}
	if got, want := again.size(), "1300x820"; got != want {
		t.Errorf("the window is %s, want %s", got, want)
	}
	again.click("rail:products")
	again.at("products")
	if got := again.cell(productGrid, 0, titleColumn).Area.Width; math.Abs(got-wide) > 1 {
		t.Errorf("the column is %v wide, want %v", got, wide)
	}
	again.quit()
}

// findTexts finds what was written by hand when the program is opened anew.
func findTexts(t *testing.T, p *program) {
	p.quit()
	again := start(t, p.display, p.home)
	defer again.keepIfFailed()
	again.visit("products")
	if got := again.cell(productGrid, longRow, chineseTitle).Text; got != shortTitle {
		t.Errorf("Chinese title = %q, want %q", got, shortTitle)
	}
	again.quit()
}

// findPrices closes the window and looks at the prices by the command line.
func findPrices(t *testing.T, p *program) {
	p.quit()
	checkPrices(t, p)
}

// widen drags the edge of a column's title.
func (p *program) widen(column string) {
	p.t.Helper()
	had := p.cell(productGrid, 0, column).Area
	x, y := int(had.X+had.Width), int(had.Y-had.Height/2)
	p.run("xdotool", "mousemove", strconv.Itoa(x), strconv.Itoa(y), "mousedown", "1")
	for step := 10; step <= widened; step += 10 {
		p.run("xdotool", "mousemove", strconv.Itoa(x+step), strconv.Itoa(y))
	}
	p.mouse("mouseup", "1")
	until(p.t, "the column is wider", func() bool {
		return p.cell(productGrid, 0, column).Area.Width >= had.Width+widened-2
	})
}

// resize gives the window a size, as dragging its corner does.
func (p *program) resize(width, height int) {
	p.t.Helper()
	p.run("xdotool", "windowsize", p.id, strconv.Itoa(width), strconv.Itoa(height))
	right := func() float64 { a := p.find(productGrid).Area; return a.X + a.Width }
	until(p.t, "the window is laid out anew", func() bool {
		return p.size() == strconv.Itoa(width)+"x"+strconv.Itoa(height) && right() < float64(width)
	})
}

// size is the window's, "1300x820".
func (p *program) size() string {
	p.t.Helper()
	size := map[string]string{}
	for line := range strings.Lines(p.run("xdotool", "getwindowgeometry", "--shell", p.id)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		size[name] = value
	}
	return size["WIDTH"] + "x" + size["HEIGHT"]
}

// TestEndsWhenTheSystemSaysSo: whoever logs out waits for no question.
func TestEndsWhenTheSystemSaysSo(t *testing.T) {
	binary(t)
	home := t.TempDir()
	p := start(t, openDisplay(t, "1440x900"), home, sampleShop(t, home))
	p.click("rail:products")
	p.hasty = true
	p.click("rail:home") // which counts for a while
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	until(t, "the program has ended", p.hasEnded)
	if said := p.said.String(); strings.Contains(said, "panic") {
		t.Errorf("it ended with\n%s", said)
	}
}
