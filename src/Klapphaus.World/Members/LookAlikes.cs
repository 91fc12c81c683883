using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Klapphaus.World.Members;

/// <summary>
/// Letters by how they look. The table is our own: the runtime decomposes letters only where it has the data of ICU, and a name must be judged alike on
/// every machine. Letters of other alphabets are listed by their capitals, so that a name is the same one in capitals.
/// </summary>
static class LookAlikes
{
    /// <summary>Alphabets that are drawn once more for mathematics, in circles or full width; each with the letters that it repeats.</summary>
    static readonly (int First, int Last, string Letters)[] copies =
    [
        (0xFF01, 0xFF5E, string.Concat(Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c))), // full width
        (0x1D400, 0x1D6A3, Small), (0x1D7CE, 0x1D7FF, "0123456789"), // of mathematics: bold, italic, script, ...
        (0x24B6, 0x24E9, Small), (0x249C, 0x24B5, Small), (0x2460, 0x2468, "123456789"), // in circles, in brackets
        (0x1F110, 0x1F129, Small), (0x1F130, 0x1F149, Small), (0x1F150, 0x1F169, Small), (0x1F170, 0x1F189, Small), (0x1F1E6, 0x1F1FF, Small), // in boxes, flags
    ];

    const string Small = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>First what it looks like, then what looks like it. A capital I, a small l and a one are the same stroke.</summary>
    const string Table = """
        a àáâãäåāăąǎǟǡǻȁȃȧḁẚạảấầẩẫậắằẳẵặⱥɐɑᴀᵃₐªаӑӓᾰᾱὰάἀἁἂἃἄἅἆἇᾶᾳᾴᾷαάᎪ4@
        ae æǣǽӕᴁ
        b ḃḅḇƀƃɓʙᵇвβᏴℬ
        c ℂⅽçćĉċčḉƈȼɕᴄᶜсҫϲᏟ¢
        d ⅅⅆⅾďđḋḍḏḑḓɖɗƌðᴅᵈԁᎠ
        e ℯⅇℰèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệɇɛᴇᵉₑеёєѐҽӗέὲἐἑἒἓἔἕεᎬ3€
        f ḟƒꜰᶠℱ
        g ℊĝğġģǥǧǵḡɠɡɢᵍᏀԍ
        h ℋℌℍℎĥħȟḣḥḧḩḫẖɦʜʰₕнһңҥӈӊηήὴἠἡἢἣἤἥἦἧῆῃῄῇᎻ
        i İℐℑℹⅈⅰℒℓⅼìíîïĩīĭįǐȉȋḭḯỉịıɨɩɪⁱᵢіїӏιίΐϊὶἰἱἲἳἴἵἶἷῐῑῒΐῖῗlĺļľŀłƚḷḹḻḽɫɬɭʟˡₗ1ǀᏞ
        ij ĳ
        j ⅉĵǰȷɉʝᴊʲⱼјᎫ
        k ķĸǩḱḳḵƙⱪᴋᵏₖкҝҟҡқӄκᏦ
        m ℳⅿḿṁṃɱᴍᵐₘмӎμµᎷ
        n ℕñńņňŉŋǹṅṇṉṋƞɲɳɴⁿₙν
        o ℴòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợɵᴏᵒₒºоӧөοόὸὀὁὂὃὄὅօ0
        oe œɶ
        p ℙṕṗƥᴘᵖₚрҏρῤῥᏢ
        q ℚʠɋԛ
        r ℛℜℝŕŗřȑȓṙṛṝṟɍɽʀʳᵣᏒ
        s ſśŝşšșṡṣṥṧṩșȿʂꜱˢₛѕᏚ5$
        ss ß
        t ţťŧțṫṭṯṱẗƭʈᴛᵗₜтҭτᎢ7
        u ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữựʉᴜᵘᵤս
        v ⅴṽṿʋᴠᵛᵥѵ
        w ŵẁẃẅẇẉẘⱳᴡʷԝᎳ
        x ⅹẋẍˣₓхҳχ
        y ýÿŷȳẏẙỳỵỷỹƴɏʏуўӯӱӳүυύὺϋΰὐὑὒὓὔὕὖὗῠῡῢΰῦῧᎩ
        z ℤℨźżžẑẓẕƶȥɀʐʑᴢᶻζᏃ
        fi ﬁ
        fl ﬂ
        ff ﬀ
        σ ς
        и йѝӣӥ
        """;

    static readonly FrozenDictionary<Rune, string> table = Read();

    /// <summary>How a letter or digit looks, in small letters; empty for what is neither: marks, spaces, signs.</summary>
    public static string Of(Rune rune)
    {
        var small = Rune.ToLowerInvariant(Plain(rune));
        if (table.TryGetValue(small, out var look)) return look;
        return Rune.IsLetterOrDigit(small) || Rune.GetUnicodeCategory(small) is UnicodeCategory.SpacingCombiningMark ? small.ToString() : "";
    }

    /// <summary>The letter itself in place of its copy in full width, bold, circles and the like.</summary>
    public static Rune Plain(Rune rune)
    {
        foreach (var (first, last, letters) in copies)
        {
            if (rune.Value >= first && rune.Value <= last) return new(letters[(rune.Value - first) % letters.Length]);
        }
        return rune;
    }

    static FrozenDictionary<Rune, string> Read()
    {
        var looks = new Dictionary<Rune, string>();
        foreach (var line in Table.Split('\n'))
        {
            var parts = line.Split(' ');
            var look = parts[0].Replace('l', 'i');
            foreach (var rune in parts[1].EnumerateRunes()) looks[Rune.ToLowerInvariant(rune)] = look;
        }
        return looks.ToFrozenDictionary();
    }
}
