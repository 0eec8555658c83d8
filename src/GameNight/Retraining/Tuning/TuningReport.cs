using System.Globalization;
using System.Text;
using GameNight.Statistics;

namespace GameNight.Retraining.Tuning;

/// <summary>Says what a search found, for people.</summary>
internal static class TuningReport
{
    private const int Shown = 5;

    /// <summary>A few lines: the best settings, what they are worth to players who took no part, and what to set.</summary>
    public static string Describe(TunableLearner learner, TuningResult result, int marks, TuningPlayers players)
    {
        var text = new StringBuilder();
        text.AppendLine(Text($"{learner.Algorithm}: {result.Tried.Count} settings, each training from {marks:N0} of ")
            + Text($"{players.All.Count:N0} drawings of {players.Numbers.Count} players, {result.Seconds:0} s. Best first:"));
        foreach (var (values, trials, right, loss) in result.Tried.Take(Shown))
        {
            var isCurrent = values.SequenceEqual(learner.Current) ? " (as it is set)" : "";
            text.AppendLine(Text($"  {Name(learner, values)}: {right:P2} right, log loss {loss:0.00000}, {trials} trainings{isCurrent}"));
        }

        text.AppendLine(Conclusion(result));
        text.Append(string.Join(' ', TuningSettings.Of(learner, result).Select(setting => Text($"--{setting.Name}={setting.Value}"))));
        return text.ToString();
    }

    private static string Conclusion(TuningResult result)
    {
        if (result is not { Loss: { } loss, Right: { } right })
            return "None is better than the settings as they are. Keep them:";
        var judged = Text($"On {right.N:N0} drawings of {right.Clusters} players who took no part in the search, the best are right ")
            + Text($"{Signed(right, 100, "0.00")} points more often, and their log loss differs by {Signed(loss, 1, "0.00000")}.");
        return result.IsBetter
            ? $"{judged} Set them, as settings of serve and retrain:"
            : $"{judged} That is no proof. Keep the settings as they are:";
    }

    private static string Name(TunableLearner learner, IReadOnlyList<double> values) =>
        string.Join(", ", learner.Names.Zip(values, (name, value) => Text($"{name} {Math.Round(value, 6)}")));

    /// <summary>The mean with its interval over players.</summary>
    private static string Signed(ClusteredMean mean, double factor, string format)
    {
        string Number(double? value) => (factor * value ?? 0).ToString($"+{format};-{format}", CultureInfo.InvariantCulture);
        return $"{Number(mean.Mean)} (95 %: {Number(mean.Low)} to {Number(mean.High)})";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
