using GameNight.Components;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Queries;
using GameNight.Scoreboard.Results;
using GameNight.Storage;
using Microsoft.AspNetCore.Components;

namespace GameNight.Scoreboard.Charts.Confusion;

/// <summary>The drawings behind a number, newest first, a page at a time.</summary>
public sealed partial class ConfusedDrawings(
    Contestants contestants, DrawingsReader reader, NavigationManager navigation) : IDisposable
{
    private const int Page = 12;

    /// <summary>How many drawings are shown at most: a page keeps all of them in the server's memory while it is open.</summary>
    private const int Most = 8 * Page;

    private readonly PageLifetime _lifetime = new();
    private IReadOnlyList<Observation>? _drawings;
    private (DrawingSelection, Filter, int) _read;
    private ElementReference _title;
    private int _wanted = Page;
    private int _reads;
    private bool _failed;
    private bool _focus;

    [Parameter, EditorRequired]
    public DrawingSelection Selection { get; set; } = null!;

    [Parameter, EditorRequired]
    public Filter Filter { get; set; } = Filter.All;

    /// <summary>How many drawings there are.</summary>
    [Parameter, EditorRequired]
    public int Count { get; set; }

    private string Title => (Selection.Drawn, Selection.Taken, contestants.NameOf(Selection.Algorithm)) switch
    {
        ({ } drawn, { } taken, var name) => $"{ScoreFormatter.Count(Count, "drawing")} of {drawn}, taken for {taken} by {name}",
        ({ } drawn, null, var name) => $"{ScoreFormatter.Count(Count, "drawing")} of {drawn} that {name} misread",
        (null, _, var name) => $"{ScoreFormatter.Count(Count, "drawing")} that {name} misread",
    };

    /// <summary>The matrix stays open where a cell was chosen in it.</summary>
    private string Closed => navigation.AddressOf(Selection.Taken is null ? null : Selection.Algorithm);

    public void Dispose() => _lifetime.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        // A new count of the same selection means that it has another drawing.
        if (_read == (Selection, Filter, Count))
            return;
        if (_read.Item1 != Selection)
            (_wanted, _drawings, _focus) = (Page, null, true);
        _read = (Selection, Filter, Count);
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
        var read = ++_reads;
        try
        {
            var drawings = await reader.ReadAsync(Selection, Filter, _wanted, _lifetime.Token);
            // Otherwise there was something new to read meanwhile, and a later call shows it.
            if (read == _reads)
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
}
