package script

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

func shipped(t *testing.T) *Converter {
	t.Helper()
	c, err := Load(os.DirFS("../../../assets/language"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestTraditional(t *testing.T) {
	c := shipped(t)
	tests := []struct {
		variant  Variant
		in, want string
	}{
		{Plain, "女士有机棉圆领T恤", "女士有機棉圓領T恤"},
		{Plain, "干发帽 60厘米", "乾髮帽 60厘米"},
		{Plain, "皮面笔记本", "皮面筆記本"},
		{Taiwan, "充电宝 500克", "行動電源 500公克"},
		{Taiwan, "土豆 2千克", "馬鈴薯 2公斤"},
		{Taiwan, "夹克 巧克力 30厘米", "夾克 巧克力 30公分"},
		{HongKong, "面条", "麪條"},
		{HongKong, "台灯", "檯燈"},
		{Plain, "USB-C", "USB-C"},
		{Plain, "", ""},
	}
	for _, tt := range tests {
		if got, err := c.Traditional(tt.in, tt.variant); err != nil || got != tt.want {
			t.Errorf("%s %q: got %q, %v, want %q", tt.variant, tt.in, got, err, tt.want)
		}
	}
	if got, err := c.Simplified("女士有機棉圓領T恤"); err != nil || got != "女士有机棉圆领T恤" {
		t.Errorf("got %q, %v", got, err)
	}
}

// TestVectors holds the library against OpenCC's C++ program and its JavaScript, where
// these agree.
func TestVectors(t *testing.T) {
	dir := os.Getenv("TRADEWIND_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared")
	}
	b, err := os.ReadFile(filepath.Join(dir, "data", "localization", "opencc.json"))
	if err != nil {
		t.Skipf("NOT TESTED against OpenCC's own programs: %v (set TRADEWIND_SHARED)", err)
	}
	var file struct {
		Vectors []struct{ Config, In, Out string } `json:"vectors"`
	}
	if err := json.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	bare, err := Load(fstest.MapFS{"traditional.tsv": {Data: []byte("zh-Hans\tvariant\tzh-Hant\n")}})
	if err != nil {
		t.Fatal(err)
	}
	variants := map[string]Variant{"s2t": Plain, "s2twp": Taiwan, "s2hk": HongKong}
	tested := 0
	for _, v := range file.Vectors {
		variant, ok := variants[v.Config]
		var got string
		switch {
		case ok:
			got, err = bare.Traditional(v.In, variant)
		case v.Config == "t2s":
			got, err = bare.Simplified(v.In)
		default:
			continue
		}
		if tested++; err != nil || got != v.Out {
			t.Errorf("%s %q: got %q, %v, want %q", v.Config, v.In, got, err, v.Out)
		}
	}
	if tested < 200 {
		t.Errorf("only %d vectors were tested", tested)
	}
}

func TestLoadIsStrict(t *testing.T) {
	for line, want := range map[string]string{
		"台灯\tMO\t檯燈": "unknown variant",
		"台灯\tany\t":  "Chinese is missing",
		"台灯\t檯燈":     "columns",
	} {
		_, err := Load(fstest.MapFS{"traditional.tsv": {Data: []byte("zh-Hans\tvariant\tzh-Hant\n" + line + "\n")}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", line, err, want)
		}
	}
}
