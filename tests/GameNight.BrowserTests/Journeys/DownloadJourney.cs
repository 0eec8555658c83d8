using System.Text;
using System.Xml.Linq;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;

namespace GameNight.BrowserTests.Journeys;

public sealed class DownloadJourney(SharedGame shared) : Journey(shared)
{
    private const string Chart = "Accuracy by algorithm";

    [BrowserTheory]
    [InlineData(ColorScheme.Light, false)]
    [InlineData(ColorScheme.Dark, true)]
    public Task Chart_Downloaded_HasItsTableAndItsPicture(ColorScheme scheme, bool phone)
    {
        var screen = phone ? Screens.Phone() : Screens.Desktop();
        screen.ColorScheme = scheme;
        return VisitAsync(async page =>
        {
            using var program = new GameClient(Game.Address!);
            await program.MarkAsync(await program.ObserveAsync(Digits.Four), 4);
            await program.MarkAsync(await program.ObserveAsync(Digits.Seven), 1);
            var charts = new ChartsPage(page);
            await charts.OpenAsync();
            var algorithms = (await program.AlgorithmsAsync()).EnumerateArray();
            var names = algorithms.Select(algorithm => algorithm.GetProperty("name").GetString()!).ToList();

            Assert.Equal(await ReadTableAsync(charts), Rows(await charts.DownloadAsync(Chart, "CSV")));
            ExpectPicture(Encoding.UTF8.GetString(await charts.DownloadAsync(Chart, "SVG")), names);
            await ExpectPixelsAsync(page, await charts.DownloadAsync(Chart, "PNG"), phone ? 390 : 1000);
        }, screen);
    }

    [BrowserFact]
    public Task Csv_CellsWithRawNumbersAndAwkwardWords_AreWrittenForPrograms() => VisitAsync(async page =>
    {
        using var program = new GameClient(Game.Address!);
        await program.MarkAsync(await program.ObserveAsync(Digits.Four), 4);
        var charts = new ChartsPage(page);
        await charts.OpenAsync();
        await Table(charts).EvaluateAsync("""
            table => table.innerHTML = `<caption>Left out</caption>
              <thead><tr><th>Name</th><th data-columns="accuracy;low;n">CNN</th><th>Change</th></tr></thead>
              <tbody>
                <tr><th>=1+1</th><td data-values="0.97;0.95;120">97 % (95–99 %), n = 120</td><td data-value="-0.5">−½</td></tr>
                <tr><th>says "no", twice</th><td data-values="">no answers yet</td><td>-none</td></tr>
                <tr><th>two\n lines <svg><title>not words</title></svg></th><td>only words</td><td>+1e3</td></tr>
              </tbody>`
            """);
        const string Expected = """
            Name,CNN accuracy,CNN low,CNN n,Change
            '=1+1,0.97,0.95,120,-0.5
            "says ""no"", twice",,,,'-none
            two lines,only words,,,+1e3

            """;
        Assert.Equal('\uFEFF' + Expected.ReplaceLineEndings("\r\n"), Encoding.UTF8.GetString(await charts.DownloadAsync(Chart, "CSV")));
    });

    /// <summary>Asserts that a picture has its title and texts, and needs nothing of the page.</summary>
    private static void ExpectPicture(string svg, IReadOnlyList<string> names)
    {
        var picture = XDocument.Parse(svg).Root!;
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Equal(ns + "svg", picture.Name);
        Assert.Equal(Chart, picture.Element(ns + "title")!.Value);
        var texts = picture.Descendants(ns + "text").Select(text => text.Value).ToList();
        Assert.Contains(Chart, texts);
        Assert.All(names, name => Assert.Contains(name, texts));
        Assert.NotEmpty(picture.Descendants(ns + "line"));
        string[] dependencies = ["foreignObject", "var(", "currentColor", "color-mix(", "light-dark(", "class="];
        Assert.All(dependencies, dependency => Assert.DoesNotContain(dependency, svg, StringComparison.Ordinal));
    }

    private static async Task ExpectPixelsAsync(IPage page, byte[] png, int leastWidth)
    {
        var (width, height, colours) = await page.EvaluateAsync<int[]>("""
            async png => {
              const bytes = Uint8Array.from(atob(png), character => character.charCodeAt(0));
              const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
              const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
              canvas.drawImage(picture, 0, 0);
              const colours = new Set(new Uint32Array(canvas.getImageData(0, 0, picture.width, picture.height).data.buffer));
              return [picture.width, picture.height, colours.size];
            }
            """, Convert.ToBase64String(png)) is [var w, var h, var c] ? (w, h, c) : default;
        // The picture has two pixels for each of the page.
        Assert.InRange(width, 2 * leastWidth - 100, 2 * leastWidth + 1000);
        Assert.InRange(height, 300, 4 * width);
        Assert.InRange(colours, 10, int.MaxValue);
    }

    /// <summary>The table of the page, with the raw numbers of cells that have them.</summary>
    private static Task<string[][]> ReadTableAsync(ChartsPage charts) => Table(charts).EvaluateAsync<string[][]>("""
        table => {
          const heads = [...table.tHead.rows[0].cells];
          const read = (cell, i) => {
            const words = cell.dataset.value ?? cell.textContent.trim();
            const parts = heads[i].dataset.columns;
            if (!parts) return [words];
            return cell === heads[i] ? parts.split(';').map(part => `${words} ${part}`) : cell.dataset.values.split(';');
          };
          return [...table.rows].map(row => [...row.cells].flatMap(read));
        }
        """);

    private static ILocator Table(ChartsPage charts) => charts.Region(Chart).Locator(".chart-table table");

    /// <summary>Parses CSV (RFC 4180) with a byte order mark, by which spreadsheet programs recognise UTF-8.</summary>
    private static string[][] Rows(byte[] csv)
    {
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), csv[..3]);
        var lines = Encoding.UTF8.GetString(csv[3..]).Split("\r\n");
        Assert.Equal("", lines[^1]);
        return [.. lines[..^1].Select(Fields)];
    }

    private static string[] Fields(string line)
    {
        List<string> fields = [];
        for (var rest = line; ;)
        {
            var end = rest.StartsWith('"') ? rest.IndexOf('"', 1) + 1 : rest.IndexOf(',') is var comma && comma < 0 ? rest.Length : comma;
            fields.Add(rest[..end].Trim('"'));
            if (end == rest.Length)
                return [.. fields];
            rest = rest[(end + 1)..];
        }
    }
}
