namespace GameNight.BrowserTests.Harness;

/// <summary>A theory that needs a browser, and is skipped with the reason if there is none.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Browser.Missing;
}
