using GameNight.Identity.Access;
using GameNight.Identity.Names;
using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Results;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace GameNight.Scoreboard.Charts;

/// <summary>Selects the drawings that count, by time, contestant, player and input. The selection is in the address.</summary>
public sealed partial class FilterBar(Contestants contestants, NavigationManager navigation, TimeProvider clock, Nicknames nicknames)
{
    private const string Other = "another time";

    /// <summary>Spans of time that end now. The address gets the time at which they begin: others see the same drawings.</summary>
    private static readonly (string Name, TimeSpan Length)[] Spans =
    [
        ("the last hour", TimeSpan.FromHours(1)),
        ("the last 12 hours", TimeSpan.FromHours(12)),
        ("the last 7 days", TimeSpan.FromDays(7)),
        ("the last 30 days", TimeSpan.FromDays(30)),
    ];

    /// <summary>What drawings were made for, in words that follow "drawn".</summary>
    private static readonly (DrawingKind Kind, string Words)[] Kinds =
    [
        (DrawingKind.Readable, "to be read"), (DrawingKind.Fool, "to fool the machines"), (DrawingKind.OtherHand, "with the other hand"),
        (DrawingKind.OneStroke, "in one stroke"), (DrawingKind.EyesClosed, "with eyes closed"), (DrawingKind.Quick, "in two seconds"),
        (DrawingKind.Any, "for whatever reason"),
    ];

    private string? _me;
    private (DateTimeOffset From, string Name)? _chosen;

    [Parameter, EditorRequired]
    public Filter Filter { get; set; } = Filter.All;

    /// <summary>The ids of the algorithms that have guessed.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<string> Algorithms { get; set; } = [];

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    /// <summary>The page without a filter.</summary>
    private string Here => new Uri(navigation.Uri).AbsolutePath;

    private string When => Filter is { From: null, To: null } ? ""
        : Filter.To is null && Filter.From == _chosen?.From ? _chosen!.Value.Name
        : Other;

    protected override async Task OnInitializedAsync() =>
        _me = Authentication is not null && (await Authentication).User.FindPlayerId() is { } player ? PlayerHandle.Of(player) : null;

    private void SetSpan(string? span)
    {
        if (span == Other)
            return;
        var length = Array.Find(Spans, one => one.Name == span).Length;
        // Whole seconds are precise enough, and keep the address readable.
        var now = clock.GetUtcNow();
        var from = length == default ? (DateTimeOffset?)null : now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)) - length;
        _chosen = from is { } start ? (start, span!) : null;
        var address = from?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        Navigate(new() { ["from"] = address, ["to"] = null });
    }

    private void Set(string name, object? value) =>
        Navigate(new() { [name] = value as string is { Length: > 0 } text ? text.ToLowerInvariant() : null });

    private void Navigate(Dictionary<string, object?> parameters) =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameters(parameters));
}
