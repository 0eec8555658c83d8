using System.Globalization;
using GameNight.Configuration;

namespace GameNight.Retraining;

/// <summary>When this process trains, and how much of the machine it takes.</summary>
public sealed record TrainingOptions
{
    /// <summary>Whether this process trains at all; a node that only serves leaves it to others.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>After so many new marks; 0 for never.</summary>
    public int NewMarks { get; init; } = 50;

    /// <summary>Every day at this time of the machine's clock, where anything was marked since the last run; null for never.</summary>
    public TimeOnly? Daily { get; init; } = new(4, 0);

    /// <summary>How many processors a training takes: by default half of them, so that the game stays smooth.</summary>
    public int Threads { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>So long a trainer may be silent before another takes its place.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often queue and triggers are looked at.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>What a core costs in an hour: about what a general-purpose one costs at the large providers, on demand.</summary>
    public double DollarsPerCoreHour { get; init; } = 0.05;

    public static TrainingOptions Read(SettingsReader settings)
    {
        var defaults = new TrainingOptions();
        var daily = settings.Take("Training:Daily", value => value == "never" || Hour(value) is not null, "a time of the day such as 04:00, or never");
        var price = settings.Take("Training:DollarsPerCoreHour", value => Price(value) is >= 0, "a price such as 0.05");
        return new TrainingOptions
        {
            Enabled = settings.TakeSwitch("Training:Enabled") ?? defaults.Enabled,
            NewMarks = settings.TakeNumber("Training:NewMarks", 0, 1_000_000) ?? defaults.NewMarks,
            Daily = daily is null ? defaults.Daily : Hour(daily),
            Threads = settings.TakeNumber("Training:Threads", 1, 256) ?? defaults.Threads,
            Lease = settings.TakeSeconds("Training:LeaseSeconds", 2, 3600) ?? defaults.Lease,
            Poll = settings.TakeSeconds("Training:PollSeconds", 1, 3600) ?? defaults.Poll,
            DollarsPerCoreHour = price is null ? defaults.DollarsPerCoreHour : Price(price)!.Value,
        };
    }

    private static TimeOnly? Hour(string value) =>
        TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;

    private static double? Price(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) ? price : null;
}
