using GameNight.Configuration;
using GameNight.Drawing.Rasters;

namespace GameNight.Limits;

/// <summary>How much of the game one caller may take. The defaults are far beyond what people do who draw as fast as they can.</summary>
public sealed record LimitOptions
{
    /// <summary>
    /// What the calls of one address may cost in a minute, in drawings; each <see cref="PixelBudget.Unit"/> pixels of pictures cost one
    /// more. A party plays behind one address: forty people drawing one digit a second are 2,400.
    /// </summary>
    public int DrawingsPerMinute { get; init; } = 6_000;

    /// <summary>How many drawings of one player are kept in a minute. Who draws as fast as they can draws about one a second.</summary>
    public int PlaysPerMinute { get; init; } = 180;

    /// <summary>How much of one player's drawings is kept in a day. A drawing takes 2 to 7 KB.</summary>
    public int MegabytesPerDay { get; init; } = 200;

    /// <summary>
    /// How much is kept in a day of what comes from one address, whoever says to have drawn it. A party plays behind one address: forty
    /// people drawing 3 KB a second for six hours are 2,600 MB.
    /// </summary>
    public int MegabytesPerAddress { get; init; } = 3_000;

    /// <summary>The free space on the disk below which no drawing is kept.</summary>
    public int FreeDiskMegabytes { get; init; } = 500;

    /// <summary>How many pages one address may have open at once.</summary>
    public int PagesPerAddress { get; init; } = 200;

    public static LimitOptions Read(SettingsReader settings)
    {
        var defaults = new LimitOptions();
        return new LimitOptions
        {
            DrawingsPerMinute = settings.TakeNumber("Limits:DrawingsPerMinute", 1, 10_000_000) ?? defaults.DrawingsPerMinute,
            PlaysPerMinute = settings.TakeNumber("Limits:PlaysPerMinute", 1, 1_000_000) ?? defaults.PlaysPerMinute,
            MegabytesPerDay = settings.TakeNumber("Limits:MegabytesPerDay", 1, 1_000_000) ?? defaults.MegabytesPerDay,
            MegabytesPerAddress = settings.TakeNumber("Limits:MegabytesPerAddress", 1, 1_000_000) ?? defaults.MegabytesPerAddress,
            FreeDiskMegabytes = settings.TakeNumber("Limits:FreeDiskMegabytes", 0, 1_000_000) ?? defaults.FreeDiskMegabytes,
            PagesPerAddress = settings.TakeNumber("Limits:PagesPerAddress", 1, 100_000) ?? defaults.PagesPerAddress,
        };
    }
}
