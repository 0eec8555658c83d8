using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Results;
using Microsoft.AspNetCore.Components;

namespace GameNight.Scoreboard.Charts.Contests;

/// <summary>Compares the algorithms on the drawings for which the app chose them.</summary>
public sealed partial class SurpriseArms(Contestants contestants)
{
    private const string Lead = "Chance decides which one answers a surprise, not taste. So this is the fair comparison. "
        + "Each one’s accuracy lies on its line, with 95 % probability.";

    /// <summary>The ways of choosing, of which of equally many drawings the first is shown.</summary>
    private static readonly (ChosenBy By, string Words)[] Ways =
    [
        (ChosenBy.Lot, "a new one for each drawing"),
        (ChosenBy.Arm, "one for each player and night"),
        (ChosenBy.Sampling, "the better ones more often"),
    ];

    private ChosenBy? _chosen;

    [Parameter, EditorRequired]
    public Scores Scores { get; set; } = null!;

    [Parameter]
    public Filter Filter { get; set; } = Filter.All;

    /// <summary>The way of choosing that is shown: the one with the most drawings, until another is selected.</summary>
    private ChosenBy By => _chosen ?? Ways.MaxBy(way => Plays(way.By)).By;

    private ArmsComparison Shown => By switch
    {
        ChosenBy.Arm => Scores.KeptArms,
        ChosenBy.Sampling => Scores.SampledArms,
        _ => Scores.DrawnArms,
    };

    private int Plays(ChosenBy by) => Scores.Arms.Where(arm => arm.By == by).Sum(arm => arm.Plays);

    private string Verdict => Shown switch
    {
        { Winner: { } winner } when By == ChosenBy.Sampling || Filter != Filter.All =>
            $"{contestants.NameOf(winner)} is probably better than the others: clearly, if each drawing is one draw of the same "
            + "luck. Over all nights, with one contestant for each player, we can be surer.",
        { Winner: { } winner } =>
            $"{contestants.NameOf(winner)} is clearly better than the others. "
            + "You can stop here: this holds however often you look, with at most 5 % risk of a false win.",
        { Arms.Count: 1 } => "There’s only one to look at.",
        _ when Shown.Arms.All(arm => arm.Outcomes.N == 0) => "No drawing has an answer yet.",
        _ => "Too early to say which is best. Go on; looking as often as you like does no harm.",
    };

    private string Counting => By switch
    {
        ChosenBy.Arm =>
            "Each player counts once a night, with their first answered drawing: else one odd hand would count too much.",
        ChosenBy.Lot => "Each answered drawing counts: the lot gives everybody’s drawings to all contestants alike.",
        _ => "Each answered drawing counts.",
    };
}
