namespace GameNight.BrowserTests.Load;

/// <summary>
/// A fact that opens as many phones as <c>GAME_NIGHT_PHONES</c> says, and is skipped where it says none: forty browsers take minutes, and
/// what they measure needs a machine that does nothing else.
/// </summary>
public sealed class ManyPhonesFactAttribute : FactAttribute
{
    public ManyPhonesFactAttribute() =>
        Skip = Harness.Browser.Missing ?? (Phones > 0 ? null : "To run it, set GAME_NIGHT_PHONES to the number of phones, such as 40.");

    /// <summary>How many phones are asked for.</summary>
    public static int Phones => int.TryParse(Environment.GetEnvironmentVariable("GAME_NIGHT_PHONES"), out var phones) ? phones : 0;
}
