using System.Text.Json;
using Microsoft.Playwright;

namespace GameNight.BrowserTests.Pages;

/// <summary>What every page owes to everybody, in each of its states.</summary>
public static class Audit
{
    private static readonly string AxeCore = Path.Combine(AppContext.BaseDirectory, "axe.min.js");

    /// <param name="page">As it is now.</param>
    /// <param name="state">For the message of a failure.</param>
    public static async Task ExpectAccessibleAsync(this IPage page, string state)
    {
        await page.AddScriptTagAsync(new() { Path = AxeCore });
        var result = await page.EvaluateAsync<JsonElement>("axe.run(document, { resultTypes: ['violations'] })");
        var violations = result.GetProperty("violations").EnumerateArray().Select(Describe).ToList();
        Assert.True(violations.Count == 0, $"{state}:\n{string.Join("\n", violations)}");
        await page.ExpectInOrderAsync(state);
    }

    private static async Task ExpectInOrderAsync(this IPage page, string state)
    {
        var faults = await page.EvaluateAsync<string[]>(Faults);
        Assert.True(faults.Length == 0, $"{state}:\n{string.Join("\n", faults)}");
    }

    private static string Describe(JsonElement violation)
    {
        var places = violation.GetProperty("nodes").EnumerateArray()
            .Select(node => $"  {node.GetProperty("html").GetString()}\n    {node.GetProperty("failureSummary").GetString()!.ReplaceLineEndings("\n    ")}");
        return $"{violation.GetProperty("id").GetString()}: {violation.GetProperty("help").GetString()}\n{string.Join("\n", places)}";
    }

    // Text in a drawing has the size that its coordinate system gives it.
    private const string Faults = """
        () => {
          const faults = [];
          const expect = (holds, fault) => { if (!holds) faults.push(fault); };
          expect(document.documentElement.lang === 'en', 'The page does not say its language.');
          expect(document.title.length > 10, 'The page has no title.');
          expect(document.querySelector('meta[name=viewport]')?.content.includes('width=device-width'), 'The page does not fit small screens.');
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
