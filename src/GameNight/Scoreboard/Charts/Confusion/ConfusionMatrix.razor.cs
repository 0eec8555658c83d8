using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Queries;
using GameNight.Scoreboard.Results;
using Microsoft.AspNetCore.Components;

namespace GameNight.Scoreboard.Charts.Confusion;

/// <summary>The confusion matrix of one series: counts, and their shares of the row, of the column or of all drawings.</summary>
public sealed partial class ConfusionMatrix(
    Contestants contestants, NavigationManager navigation, ConfusionShareStorage storage, DrawingsReader drawings)
{
    private ConfusionShare _share;

    [Parameter, EditorRequired]
    public IReadOnlyList<AlgorithmStatistics> Algorithms { get; set; } = [];

    /// <summary>The drawings that are open, if they are those of a cell.</summary>
    [Parameter]
    public DrawingSelection? Open { get; set; }

    [Parameter]
    public Filter Filter { get; set; } = Filter.All;

    /// <summary>The series whose matrix is shown; null for the most accurate.</summary>
    [Parameter]
    public string? Of { get; set; }

    /// <summary>Whether the matrix is visible though the address names none.</summary>
    [Parameter]
    public bool Unfolded { get; set; }

    private string Lead => Shown is null ? "Once drawings have answers, this shows what is taken for what."
        : $"{contestants.NameOf(Shown.Algorithm)}, {ScoreFormatter.WorstMistake(Shown)}. Rows are what was drawn, columns what it was "
            + $"taken for; right guesses are framed.{(drawings.IsEnabled ? " Pick a number to see its drawings." : "")}";

    private AlgorithmStatistics? Shown =>
        Algorithms.FirstOrDefault(algorithm => algorithm.Algorithm == Of) ?? (Algorithms is [var first, ..] ? first : null);

    /// <summary>The cell into which the Tab key leads: the first with a number.</summary>
    private (int, int) First =>
        Enumerable.Range(0, 100).Select(cell => (cell / 10, cell % 10)).First(cell => Shown!.Confusion[cell.Item1][cell.Item2] > 0);

    private string Caption =>
        $"How often {contestants.NameOf(Shown?.Algorithm ?? "")} took each true digit (rows) for which digit (columns): "
        + $"drawings, and their share of {ShareWords}";

    private string Description => $"Rows: the digit that was drawn. Columns: the guess of {contestants.NameOf(Shown!.Algorithm)}. "
        + "The arrow keys go from number to number.";

    private string ShareWords => _share switch
    {
        ConfusionShare.Row => "the row",
        ConfusionShare.Column => "the column",
        _ => "all drawings",
    };

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _share = await storage.LoadAsync();
        StateHasChanged();
    }

    private double Share(int truth, int guess)
    {
        var whole = _share switch
        {
            ConfusionShare.Row => Shown!.Digits[truth].N,
            ConfusionShare.Column => Shown!.Confusion.Sum(row => row[guess]),
            _ => Shown!.N,
        };
        return whole == 0 ? 0 : (double)Shown!.Confusion[truth][guess] / whole;
    }

    private Task SetShareAsync(ChangeEventArgs change)
    {
        _share = Enum.Parse<ConfusionShare>((string)change.Value!);
        return storage.SaveAsync(_share);
    }

    private void Choose(ChangeEventArgs change) => navigation.NavigateTo(navigation.AddressOf(change.Value as string));

    private string Address(int truth, int guess) => navigation.AddressOf(new DrawingSelection(Shown!.Algorithm, truth, guess));
}
