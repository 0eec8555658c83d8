using GameNight.Drawing.Strokes;
using GameNight.Identity.Names;
using GameNight.Scoreboard.Results;
using Microsoft.AspNetCore.Components;

namespace GameNight.Scoreboard.Charts;

/// <summary>A page whose query string says which drawings count, so that a link shows others the same.</summary>
public abstract class FilteredPage : ComponentBase
{
    /// <summary>Only drawings from this time on count: ISO 8601, in UTC where no zone is named.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>Only drawings before this time count, in the same format.</summary>
    [SupplyParameterFromQuery]
    public string? To { get; set; }

    /// <summary>The id of the only algorithm that is shown.</summary>
    [SupplyParameterFromQuery]
    public string? Algorithm { get; set; }

    /// <summary>The <see cref="PlayerHandle"/> of the only player whose drawings count.</summary>
    [SupplyParameterFromQuery]
    public string? Player { get; set; }

    /// <summary>The only <see cref="InputKind"/> whose drawings count, by its name in the API.</summary>
    [SupplyParameterFromQuery]
    public string? Input { get; set; }

    /// <summary>The <see cref="DrawingKind"/> of the drawings that count.</summary>
    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    protected Filter Filter => Filter.Parse(From, To, Algorithm, Player, Input, Kind);
}
