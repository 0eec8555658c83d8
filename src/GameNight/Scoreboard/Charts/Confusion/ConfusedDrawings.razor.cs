using GameNight.Components;
using GameNight.Identity.Names;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Queries;
using GameNight.Scoreboard.Results;
using GameNight.Storage;
using Microsoft.AspNetCore.Components;

namespace GameNight.Scoreboard.Charts.Confusion;

/// <summary>The drawings behind one cell of the confusion matrix, newest first, a page at a time.</summary>
public sealed partial class ConfusedDrawings(
    Contestants contestants, DrawingsReader reader, NavigationManager navigation, Nicknames nicknames) : IDisposable
{
    private const int Page = 12;

    /// <summary>How many drawings are shown at most: a page keeps all of them in the server's memory while it is open.</summary>
    private const int Most = 8 * Page;

    private readonly PageLifetime _lifetime = new();
    private IReadOnlyList<Observation>? _drawings;
    private (ConfusionCell, Filter, int) _read;
    private ElementReference _title;
    private int _wanted = Page;
    private bool _failed;
    private bool _focus;

    [Parameter, EditorRequired]
    public ConfusionCell Cell { get; set; } = null!;

    [Parameter, EditorRequired]
    public Filter Filter { get; set; } = Filter.All;

    /// <summary>How many drawings the cell has.</summary>
    [Parameter, EditorRequired]
    public int Count { get; set; }

    private string Title =>
        $"{ScoreFormatter.Count(Count, "drawing")} of {Cell.Drawn}, taken for {Cell.Taken} by {contestants.NameOf(Cell.Algorithm)}";

    private string Closed =>
        navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["drawn"] = null, ["taken"] = null }).Split('#')[0];

    public void Dispose() => _lifetime.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        // A new count of the same cell means that it has another drawing.
        if (_read == (Cell, Filter, Count))
            return;
        if (_read.Item1 != Cell)
            (_wanted, _drawings, _focus) = (Page, null, true);
        _read = (Cell, Filter, Count);
        await ReadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focus)
            return;
        _focus = false;
        await _title.TryFocusAsync();
    }

    private Task MoreAsync()
    {
        _wanted = Math.Min(Most, _wanted + Page);
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        try
        {
            var asked = (Cell, Filter, _wanted);
            var drawings = await reader.ReadAsync(Cell, Filter, _wanted, _lifetime.Token);
            // Otherwise the parameters have changed meanwhile, and a later call shows their drawings.
            if (asked != (Cell, Filter, _wanted))
                return;
            (_drawings, _failed) = (drawings, false);
        }
        catch (OperationCanceledException) when (_lifetime.IsOver)
        {
            // The page was closed.
        }
        catch (StoreException)
        {
            _failed = true;
        }
    }

    /// <summary>Null for a player who has put up no name: who drew it, and when, is nobody else's business then.</summary>
    private string? NameOf(Observation drawing)
    {
        var handle = PlayerHandle.Of(drawing.Player);
        var name = nicknames.NameOf(handle);
        return nicknames.Find(handle) is null ? null : name;
    }

    private static string SeriesOf(Observation drawing, Guess guess) =>
        SeriesName.Of(new(guess.Algorithm, guess.Version, IsShadow: !drawing.Guesses.Contains(guess)));
}
