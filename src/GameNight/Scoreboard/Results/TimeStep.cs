namespace GameNight.Scoreboard.Results;

public enum TimeStep
{
    Hour,
    Day,
}
