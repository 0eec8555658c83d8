using GameNight.Recognition.Guessing;
using Microsoft.AspNetCore.Components;

namespace GameNight.Play.Components;

/// <summary>A contestant to choose, as a radio button. Turned over, it shows its answer to the drawing.</summary>
public sealed partial class ContestantCard
{
    /// <summary>What is chosen with it.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Whose face it has.</summary>
    [Parameter]
    public string Family { get; set; } = "";

    /// <summary>A CSS colour.</summary>
    [Parameter, EditorRequired]
    public string Colour { get; set; } = "";

    /// <summary>In a sentence: how it thinks, or why it is not here.</summary>
    [Parameter]
    public string Thinks { get; set; } = "";

    /// <summary>What stands below where there is room for it.</summary>
    [Parameter]
    public string? Version { get; set; }

    /// <summary>Why it does not serve as wanted.</summary>
    [Parameter]
    public string? Reason { get; set; }

    [Parameter]
    public bool IsAvailable { get; set; } = true;

    [Parameter]
    public bool IsChosen { get; set; }

    [Parameter]
    public bool IsTurned { get; set; }

    /// <summary>What it guessed; null where it did not.</summary>
    [Parameter]
    public Guess? Guess { get; set; }

    /// <summary>Null where it did not guess.</summary>
    [Parameter]
    public bool? IsRight { get; set; }

    /// <summary>Words for the guess, or in its place.</summary>
    [Parameter]
    public string Said { get; set; } = "";

    [Parameter]
    public EventCallback Picked { get; set; }
}
