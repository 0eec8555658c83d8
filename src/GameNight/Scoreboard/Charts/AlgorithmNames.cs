using GameNight.Components;
using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Charts;

/// <summary>What series are called. An algorithm without a contestant is called by its id, unless it ships.</summary>
internal static class AlgorithmNames
{
    /// <summary>What a series is called in a sentence: <c>Sponge</c>, and on shadow <c>Sponge, version 3 on trial</c>.</summary>
    /// <param name="contestants">Have the names.</param>
    /// <param name="series">An algorithm's id or the name of a series (see <see cref="SeriesName"/>).</param>
    public static string NameOf(this Contestants contestants, string series) => Join(contestants.CharacterOf(series).Name, series);

    /// <summary>Both names: <c>Sponge, App network</c>, and on shadow <c>Sponge, App network, version 3 on trial</c>.</summary>
    /// <inheritdoc cref="NameOf" path="/param"/>
    public static string BothNamesOf(this Contestants contestants, string series) =>
        Join(contestants.CharacterOf(series).BothNames, series);

    /// <summary>What a file calls a series: <c>App network</c>, and on shadow <c>App network, version 3 on trial</c>.</summary>
    /// <inheritdoc cref="NameOf" path="/param"/>
    public static string TechnicalNameOf(this Contestants contestants, string series)
    {
        var character = contestants.CharacterOf(series);
        return Join(character.TechnicalName ?? character.Name, series);
    }

    /// <summary>The character of a series' algorithm, whatever the version.</summary>
    /// <inheritdoc cref="NameOf" path="/param"/>
    public static ContestantCharacter CharacterOf(this Contestants contestants, string series)
    {
        var algorithm = SeriesName.Parse(series).Algorithm;
        return contestants.Find(algorithm)?.Character ?? ContestantCharacter.Of(algorithm, algorithm);
    }

    /// <summary><c>version 3 on trial</c> for a series on shadow; empty for one in service.</summary>
    public static string OnTrial(string series) => SeriesName.Parse(series).Version is { } version ? $"version {version} on trial" : "";

    private static string Join(string name, string series) => OnTrial(series) is { Length: > 0 } trial ? $"{name}, {trial}" : name;
}
