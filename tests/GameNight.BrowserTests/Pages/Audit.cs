using System.Text.Json;
using Microsoft.Playwright;

namespace GameNight.BrowserTests.Pages;

/// <summary>Asserts what holds for every page in each of its states: accessibility, titles, sizes of text and widths.</summary>
public static class Audit
{
    private static readonly string AxeCore = Path.Combine(AppContext.BaseDirectory, "axe.min.js");

    /// <summary>Asserts that a page has no violation of axe-core's rules and none of the game's own.</summary>
    /// <param name="page">The page in its present state.</param>
    /// <param name="state">The name of the state, for the message of a failure.</param>
    public static async Task ExpectAccessibleAsync(this IPage page, string state)
    {
        // Not as a script of the page, whose policy forbids it.
        await page.EvaluateAsync(await File.ReadAllTextAsync(AxeCore));
        var result = await page.EvaluateAsync<JsonElement>("axe.run(document, { resultTypes: ['violations'] })");
        var violations = result.GetProperty("violations").EnumerateArray().Select(Describe).ToList();
        Assert.True(violations.Count == 0, $"{state}:\n{string.Join("\n", violations)}");
        await page.ExpectNoFaultsAsync(state);
    }

    /// <summary>What can be pressed and is less than 44 pixels wide or high. Links in running text are as high as it is.</summary>
    public static Task<string[]> FindSmallTargetsAsync(this IPage page) => page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll('main button, main label, header button, nav a')]
          .filter(target => target.checkVisibility())
          .map(target => ({ target, box: target.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
          .map(({ target, box }) => `${target.innerText || target.ariaLabel}: ${box.width} by ${box.height}`)
        """);

    private static async Task ExpectNoFaultsAsync(this IPage page, string state)
    {
        var faults = await page.EvaluateAsync<string[]>(Faults);
        Assert.True(faults.Length == 0, $"{state}:\n{string.Join("\n", faults)}");
    }

    private static string Describe(JsonElement violation)
    {
        static string Place(JsonElement node)
        {
            var summary = node.GetProperty("failureSummary").GetString()!.ReplaceLineEndings("\n    ");
            return $"  {node.GetProperty("html").GetString()}\n    {summary}";
        }

        var places = violation.GetProperty("nodes").EnumerateArray().Select(Place);
        return $"{violation.GetProperty("id").GetString()}: {violation.GetProperty("help").GetString()}\n{string.Join("\n", places)}";
    }

    // The size of a text in an SVG depends on the scale of its coordinate system.
    private const string Faults = """
        () => {
          const faults = [];
          const expect = (holds, fault) => { if (!holds) faults.push(fault); };
          expect(document.documentElement.lang === 'en', 'The page does not say its language.');
          expect(document.title.length > 10, 'The page has no title.');
          const viewport = document.querySelector('meta[name=viewport]');
          expect(viewport?.content.includes('width=device-width'), 'The page does not fit small screens.');
          expect(document.querySelectorAll('h1').length === 1, 'The page has not exactly one h1.');
          for (const image of document.images) expect(image.alt, `No words for ${image.outerHTML}`);
          expect(document.documentElement.scrollWidth <= innerWidth, 'The page is wider than the screen.');
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const element = texts.currentNode.parentElement;
            const words = texts.currentNode.data.trim();
            const box = element.getBoundingClientRect();
            if (!words || box.width <= 1 || !element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
            const scale = element instanceof SVGElement ? element.getScreenCTM().d : 1;
            const size = parseFloat(getComputedStyle(element).fontSize) * scale;
            expect(size >= 14, `"${words}" is written in ${size.toFixed(1)} px.`);
          }
          return faults;
        }
        """;
}
