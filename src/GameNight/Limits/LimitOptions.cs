using GameNight.Configuration;

namespace GameNight.Limits;

/// <summary>How much of the game one caller may take. The defaults are far beyond what people do who draw as fast as they can.</summary>
public sealed record LimitOptions
{
    /// <summary>
    /// What the calls of one address may cost in a minute, in drawings; a picture counts as one for each <see cref="CallBudget.Pixels"/>.
    /// A party plays behind one address: forty people drawing one digit a second are 2,400.
    /// </summary>
    public int DrawingsPerMinute { get; init; } = 6_000;

    /// <summary>How many pages one address may have open at once.</summary>
    public int PagesPerAddress { get; init; } = 200;

    public static LimitOptions Read(SettingsReader settings)
    {
        var defaults = new LimitOptions();
        return new LimitOptions
        {
            DrawingsPerMinute = settings.TakeNumber("Limits:DrawingsPerMinute", 1, 10_000_000) ?? defaults.DrawingsPerMinute,
            PagesPerAddress = settings.TakeNumber("Limits:PagesPerAddress", 1, 100_000) ?? defaults.PagesPerAddress,
        };
    }
}
