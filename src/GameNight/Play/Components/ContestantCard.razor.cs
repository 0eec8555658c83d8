using GameNight.Components;
using GameNight.Recognition.Guessing;
using Microsoft.AspNetCore.Components;

namespace GameNight.Play.Components;

/// <summary>A contestant to choose, as a radio button. Turned over, it shows its answer to the drawing.</summary>
public sealed partial class ContestantCard
{
    /// <summary>The value of the radio button: the id of an algorithm, or of a surprise.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public ContestantCharacter Character { get; set; } = null!;

    /// <summary>The family whose face the card shows.</summary>
    [Parameter]
    public string Family { get; set; } = "";

    /// <summary>A CSS colour.</summary>
    [Parameter, EditorRequired]
    public string Colour { get; set; } = "";

    /// <summary>A sentence on how the contestant guesses, or why it is unavailable.</summary>
    [Parameter]
    public string Description { get; set; } = "";

    /// <summary>The version in words; hidden where there is no room for it. Null for none.</summary>
    [Parameter]
    public string? Version { get; set; }

    /// <summary>Why the contestant is unavailable, or why a newer version could not take over; null otherwise.</summary>
    [Parameter]
    public string? Reason { get; set; }

    [Parameter]
    public bool IsAvailable { get; set; } = true;

    [Parameter]
    public bool IsChosen { get; set; }

    [Parameter]
    public bool IsTurned { get; set; }

    /// <summary>The contestant's answer; null where it gave none.</summary>
    [Parameter]
    public Guess? Guess { get; set; }

    /// <summary>Whether the answer is right; null where there is none.</summary>
    [Parameter]
    public bool? IsRight { get; set; }

    /// <summary>Words beside the answer, or in its place.</summary>
    [Parameter]
    public string Verdict { get; set; } = "";

    [Parameter]
    public EventCallback Picked { get; set; }
}
