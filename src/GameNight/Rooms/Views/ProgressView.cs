namespace GameNight.Rooms.Views;

/// <param name="Done">How many seats have done what the phase asks of them.</param>
/// <param name="Of">Of how many it asks something.</param>
public sealed record ProgressView(int Done, int Of);
