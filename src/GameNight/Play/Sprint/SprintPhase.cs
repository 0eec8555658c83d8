namespace GameNight.Play.Sprint;

/// <summary>How far the sprint on a page is.</summary>
internal enum SprintPhase
{
    /// <summary>The page does not listen yet.</summary>
    Loading,

    /// <summary>The digit is asked for; the clock waits for the first stroke.</summary>
    Ready,

    Running,

    /// <summary>The time is over, and the contestant takes a last look at what was drawn before.</summary>
    Ringing,

    Over,
}
