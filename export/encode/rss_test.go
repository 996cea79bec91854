package encode_test

import (
	"bytes"
	"encoding/xml"
	"testing"

	"tradewind.app/export/encode"
)

var namespace = encode.Namespace{Prefix: "g", URI: "http://ns.example/1.0"}

// write writes products with a writer and returns the file.
func write(t testing.TB, w encode.Writer, head encode.Head, products ...encode.Product) (string, error) {
	t.Helper()
	var b bytes.Buffer
	err := w.Begin(&b, head)
	for i := 0; err == nil && i < len(products); i++ {
		err = w.Product(&b, products[i])
	}
	if err == nil {
		err = w.End(&b)
	}
	if closed := w.Close(); closed != nil {
		t.Error(closed)
	}
	return b.String(), err
}

// fields are fields of text.
func fields(names ...string) []encode.Field {
	var list []encode.Field
	for _, name := range names {
		list = append(list, encode.Field{Name: name})
	}
	return list
}

func TestRSS(t *testing.T) {
	head := encode.Head{Title: "Shop & Co", Link: "https://shop.example", Description: "All", Tables: []encode.Table{{Fields: fields("id", "title", "mpn", "image")}}}
	head.Tables[0].Fields[3].List = ","
	got, err := write(t, encode.NewRSS(namespace), head, encode.Product{{{"A<1>", "a\r\nb\x00\x0b\ufffec ]]>", "", "1.jpg\n2.jpg"}}})
	const want = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:g="http://ns.example/1.0">
<channel>
<title>Shop &amp; Co</title>
<link>https://shop.example</link>
<description>All</description>
<item>
<g:id>A&lt;1&gt;</g:id>
<g:title>a
bc ]]&gt;</g:title>
<g:image>1.jpg</g:image>
<g:image>2.jpg</g:image>
</item>
</channel>
</rss>
`
	if err != nil || got != want {
		t.Errorf("got\n%s\n%v\nwant\n%s", got, err, want)
	}
}

func TestRSSWithoutNamespace(t *testing.T) {
	got, err := write(t, encode.NewRSS(encode.Namespace{}), encode.Head{Tables: []encode.Table{{Fields: fields("id")}}}, encode.Product{{{"1"}}})
	const want = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\">\n<channel>\n<title></title>\n<link></link>\n<description></description>\n<item>\n<id>1</id>\n</item>\n</channel>\n</rss>\n"
	if err != nil || got != want {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
}

// FuzzRSS proves that every text makes XML that others read.
func FuzzRSS(f *testing.F) {
	f.Add("a & b <c> \x00 ]]>")
	f.Add("\xff\xfe")
	f.Fuzz(func(t *testing.T, text string) {
		file, err := write(t, encode.NewRSS(namespace), encode.Head{Title: text, Tables: []encode.Table{{Fields: fields("title")}}}, encode.Product{{{text}}})
		if err != nil {
			t.Fatal(err)
		}
		var parsed struct {
			Items []struct {
				Title string `xml:"http://ns.example/1.0 title"`
			} `xml:"channel>item"`
		}
		if err := xml.Unmarshal([]byte(file), &parsed); err != nil || len(parsed.Items) != 1 {
			t.Fatalf("%q: %v in\n%s", text, err, file)
		}
	})
}
