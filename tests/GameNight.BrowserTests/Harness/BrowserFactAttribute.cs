namespace GameNight.BrowserTests.Harness;

/// <summary>A fact that needs a browser, and is skipped with the reason if there is none.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Browser.Missing;
}
