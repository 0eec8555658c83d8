using System.Globalization;
using System.Text;
using GameNight.Drawing.Pad;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Charts;
using GameNight.Scoreboard.Queries;
using GameNight.Scoreboard.Results;
using GameNight.Storage;
using Microsoft.AspNetCore.Components;

namespace GameNight.Scoreboard.Projector;

/// <summary>The favourite mistake, with the latest drawings that it befell.</summary>
public sealed partial class MistakeScene(Contestants contestants, DrawingsReader reader, ILogger<MistakeScene> logger) : IDisposable
{
    private const int Most = 6;

    private readonly CancellationTokenSource _left = new();
    private CancellationToken _whileHere;
    private IReadOnlyList<Observation> _drawings = [];
    private (Mistake, Filter)? _read;

    [Parameter, EditorRequired]
    public Mistake Mistake { get; set; } = null!;

    [Parameter, EditorRequired]
    public Filter Filter { get; set; } = Filter.All;

    private string Series => contestants.NameOf(Mistake.Cell.Algorithm);

    private string Article => Mistake.Cell.Taken == 8 ? "an" : "a";

    private string Count => $"{ScoreFormatter.Count(Mistake.Count)} of {ScoreFormatter.Count(Mistake.N, "time")}"
        + (_drawings.Count > 0 ? ", like these:" : "");

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override void OnInitialized() => _whileHere = _left.Token;

    protected override async Task OnParametersSetAsync()
    {
        if (_read == (Mistake, Filter))
            return;
        var question = (Mistake, Filter);
        _read = question;
        try
        {
            // What came as pixels has no ink; some more are asked for, so that enough are left.
            var drawings = await reader.ReadAsync(Mistake.Cell, Filter, 2 * Most, _whileHere);
            // Another mistake was shown meanwhile.
            if (_read != question)
                return;
            _drawings = [.. drawings.Where(drawing => drawing.Ink is not null).Take(Most)];
        }
        catch (OperationCanceledException) when (_whileHere.IsCancellationRequested)
        {
            // The next scene has begun.
        }
        catch (StoreException e)
        {
            // The sentence says it without them, too.
            LogUnread(logger, e);
            _drawings = [];
        }
    }

    private static string Path(ReplayStroke stroke)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in stroke.Points)
            path.Append(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? 'M' : 'L')}{x:0.##} {y:0.##}");
        // A line to where the pen already is: round ends make it a dot.
        return stroke.Points.Count == 1 ? path.Append("h0").ToString() : path.ToString();
    }

    [LoggerMessage(LogLevel.Warning, "The drawings of the favourite mistake cannot be read")]
    private static partial void LogUnread(ILogger logger, StoreException exception);
}
