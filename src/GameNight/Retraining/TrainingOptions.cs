using System.Globalization;
using GameNight.Configuration;
using GameNight.Retraining.Evaluation;
using GameNight.Training.Examples;
using GameNight.Training.Network;
using GameNight.Training.Trees;

namespace GameNight.Retraining;

/// <summary>When this process trains, how, and how many processors it takes.</summary>
public sealed record TrainingOptions
{
    /// <summary>The default of <see cref="Poll"/> where the store is a table.</summary>
    private static readonly TimeSpan TablePoll = TimeSpan.FromSeconds(5);

    /// <summary>Whether this process trains at all; one that only serves leaves it to others.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>How many new labels start a run; 0 for none.</summary>
    public int NewMarks { get; init; } = 50;

    /// <summary>
    /// How long after a run new labels start no other: who marks as quickly as a program must not keep the game training all the time.
    /// </summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The time of the day, by the game's clock, at which a run starts if there are new labels; null for none.</summary>
    public TimeOnly? Daily { get; init; } = new(4, 0);

    /// <summary>How many processors a run takes: by default half of them, so that guessing stays quick.</summary>
    public int Threads { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>How long the process that trains may be silent before another takes its place.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The pause between two looks at the queue and the triggers.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>What an hour of a core costs: about the price of a general-purpose one at the large providers, on demand.</summary>
    public double DollarsPerCoreHour { get; init; } = 0.05;

    /// <summary>Recorded drawings that nothing learns from, by which candidates are judged; null for none.</summary>
    public TrustedInk? TrustedInk { get; init; }

    /// <summary>How the App network learns; its threads are <see cref="Threads"/>.</summary>
    public AppNetworkOptions Network { get; init; } = new();

    /// <summary>How the App trees learn; their threads are <see cref="Threads"/>.</summary>
    public AppTreesOptions Trees { get; init; } = new();

    /// <summary>The parameters of the learners and the trusted ink: with others, a run on the same drawings has another result.</summary>
    public string Setup => string.Join(
        '\n', [.. Values(AppNetworkOptions.Parameters, Network), .. Values(AppTreesOptions.Parameters, Trees), TrustedInk?.Digest ?? ""]);

    /// <param name="settings">The settings of the game.</param>
    /// <param name="isTable">Whether the store is a table, which is paid by the request.</param>
    public static TrainingOptions Read(SettingsReader settings, bool isTable)
    {
        var defaults = new TrainingOptions();
        var daily = settings.Take(
            "Training:Daily", value => value == "never" || ParseTime(value) is not null, "a time of the day such as 04:00, or never");
        var price = settings.Take("Training:DollarsPerCoreHour", value => ParsePrice(value) is >= 0, "a price such as 0.05");
        return new TrainingOptions
        {
            Enabled = settings.TakeSwitch("Training:Enabled") ?? defaults.Enabled,
            NewMarks = settings.TakeNumber("Training:NewMarks", 0, 1_000_000) ?? defaults.NewMarks,
            Pause = settings.TakeSeconds("Training:PauseSeconds", 0, 86_400) ?? defaults.Pause,
            Daily = daily is null ? defaults.Daily : ParseTime(daily),
            Threads = settings.TakeNumber("Training:Threads", 1, 256) ?? defaults.Threads,
            Lease = settings.TakeSeconds("Training:LeaseSeconds", 2, 3600) ?? defaults.Lease,
            Poll = settings.TakeSeconds("Training:PollSeconds", 1, 3600) ?? (isTable ? TablePoll : defaults.Poll),
            DollarsPerCoreHour = price is null ? defaults.DollarsPerCoreHour : ParsePrice(price)!.Value,
            Network = ReadParameters(settings, "Training:Network", AppNetworkOptions.Parameters, defaults.Network),
            Trees = ReadParameters(settings, "Training:Trees", AppTreesOptions.Parameters, defaults.Trees),
            TrustedInk = settings.TakeContent("Training:TrustedInk", Evaluation.TrustedInk.Read),
        };
    }

    private static TOptions ReadParameters<TOptions>(
        SettingsReader settings, string section, IReadOnlyList<LearnerParameter<TOptions>> parameters, TOptions options)
    {
        foreach (var (name, (least, most), _, isWhole, _, write) in parameters)
        {
            var key = $"{section}:{name}";
            var value = isWhole ? settings.TakeNumber(key, (int)least, (int)most) : settings.TakeReal(key, least, most);
            options = value is { } given ? write(options, given) : options;
        }

        return options;
    }

    private static IEnumerable<string> Values<TOptions>(IEnumerable<LearnerParameter<TOptions>> parameters, TOptions options) =>
        parameters.Select(parameter => string.Create(CultureInfo.InvariantCulture, $"{parameter.Name} {parameter.Read(options)}"));

    private static TimeOnly? ParseTime(string value) =>
        TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static double? ParsePrice(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) ? price : null;
}
