package encode_test

import (
	"bytes"
	"encoding/xml"
	"testing"

	"tradewind.app/export/encode"
)

func TestRSS(t *testing.T) {
	feed := encode.RSS{Title: "Shop & Co", Link: "https://shop.example", Description: "All"}
	var b bytes.Buffer
	feed.AppendHead(&b)
	feed.AppendItem(&b, []encode.Element{{Name: "id", Text: "A<1>"}, {Name: "title", Text: "a\r\nb\x00\x0b\ufffec ]]>"}, {Name: "mpn"}})
	feed.AppendTail(&b)
	const want = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">
<channel>
<title>Shop &amp; Co</title>
<link>https://shop.example</link>
<description>All</description>
<item>
<g:id>A&lt;1&gt;</g:id>
<g:title>a
bc ]]&gt;</g:title>
</item>
</channel>
</rss>
`
	if got := b.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// FuzzRSS holds that every text makes XML that others read.
func FuzzRSS(f *testing.F) {
	f.Add("a & b <c> \x00 ]]>")
	f.Add("\xff\xfe")
	f.Fuzz(func(t *testing.T, text string) {
		var b bytes.Buffer
		feed := encode.RSS{Title: text}
		feed.AppendHead(&b)
		feed.AppendItem(&b, []encode.Element{{Name: "title", Text: text}})
		feed.AppendTail(&b)
		var parsed struct {
			Items []struct {
				Title string `xml:"http://base.google.com/ns/1.0 title"`
			} `xml:"channel>item"`
		}
		if err := xml.Unmarshal(b.Bytes(), &parsed); err != nil || len(parsed.Items) != 1 {
			t.Fatalf("%q: %v in\n%s", text, err, b.Bytes())
		}
	})
}
