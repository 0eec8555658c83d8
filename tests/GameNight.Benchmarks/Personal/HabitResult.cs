namespace GameNight.Benchmarks.Personal;

/// <summary>How a player's own contestant learned an odd habit of one hand, as it is written to JSON.</summary>
/// <param name="Habit">The habit.</param>
/// <param name="Hand">The number of the hand.</param>
/// <param name="Writer">The writer whose ordinary digits were drawn between.</param>
/// <param name="From">The try from which on all were read correctly; one more than the tries where the last was not.</param>
/// <param name="First">The first try that was read correctly; one more than the tries where none was.</param>
/// <param name="Later">The number of later drawings of the habit.</param>
/// <param name="LaterRight">The number of them that were read correctly.</param>
/// <param name="Ordinary">The number of the writer's other digits that were judged afterwards.</param>
/// <param name="Lost">The number of them that the network reads correctly and the contestant does not.</param>
/// <param name="Gained">The number of them where it is the other way round.</param>
/// <param name="Rivals">How many of them are of the digit that the habit is like, and that was never marked.</param>
/// <param name="RivalsLost">The number of those that were lost.</param>
internal sealed record HabitResult(
    string Habit,
    int Hand,
    string Writer,
    int From,
    int First,
    int Later,
    int LaterRight,
    int Ordinary,
    int Lost,
    int Gained,
    int Rivals,
    int RivalsLost);
