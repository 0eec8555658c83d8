using System.Globalization;
using FsCheck;

namespace GameNight.Tests;

/// <summary>
/// Checks a property on 100 cases, the same in every run: a red test means that the code has changed, not the dice. To look for cases
/// that nobody has thought of, set <c>GAME_NIGHT_PROPERTY_CASES</c> to a number: then there are that many, and new ones each time.
/// </summary>
internal static class PropertyChecks
{
    private static readonly Config Config = Environment.GetEnvironmentVariable("GAME_NIGHT_PROPERTY_CASES") is { Length: > 0 } cases
        ? Config.QuickThrowOnFailure.WithMaxTest(int.Parse(cases, CultureInfo.InvariantCulture))
        : Config.QuickThrowOnFailure.WithReplay(20261122, 1);

    public static void Check(this Property property) => property.Check(Config);
}
