package delimited

import "testing"

// The commas of one long text, or the bars and semicolons of another, divide that record
// alone; what divides all of them is the delimiter.
func TestSniff(t *testing.T) {
	for _, tt := range []struct {
		name, head string
		want       byte
	}{
		{"commas in a long text", "a;b;c\n1;x;2,00\n2;one, two, three, four, five, six, seven, eight, nine, ten;3,00\n3;y;4,00\n", ';'},
		{"semicolons in a style", "a,b,c\n1,x,2\n2,color: red; width: 1px; height: 2px; margin: 0; padding: 0; top: 0; left: 0,3\n3,y,4\n", ','},
		{"bars in a list", "a\tb\n1\tx\n2\tp|q|r|s|t|u|v|w\n3\ty\n", '\t'},
		{"bars between all", "a|b|c\n1|x, y, z, and more, and more, and more|2\n2|y|3\n3|z|4\n", '|'},
		{"no two records alike", "a,b,c\n1,x\n2\n", ','},
		{"one column", "a\nx\ny\n", ','},
	} {
		if got := sniff(tt.head); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
