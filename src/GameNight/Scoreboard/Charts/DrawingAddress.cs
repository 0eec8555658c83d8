using GameNight.Scoreboard.Results;
using Microsoft.AspNetCore.Components;

namespace GameNight.Scoreboard.Charts;

/// <summary>The addresses of drawings behind a number. They keep the rest of the page's address: its filter.</summary>
internal static class DrawingAddress
{
    /// <summary>The page with these drawings open.</summary>
    public static string AddressOf(this NavigationManager navigation, DrawingSelection selection) =>
        navigation.With(selection.Algorithm, (object?)selection.Drawn ?? DrawingSelection.Any, selection.Taken) + "#drawings";

    /// <summary>The page with the matrix of another series, or of the same one, and no drawings open.</summary>
    public static string AddressOf(this NavigationManager navigation, string? series) => navigation.With(series, null, null);

    private static string With(this NavigationManager navigation, string? of, object? drawn, object? taken) =>
        navigation.GetUriWithQueryParameters(
            navigation.Uri.Split('#')[0],
            new Dictionary<string, object?> { ["of"] = of, ["drawn"] = drawn, ["taken"] = taken });
}
