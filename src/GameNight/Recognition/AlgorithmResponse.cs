using GameNight.Recognition.Guessing;

namespace GameNight.Recognition;

public sealed record AlgorithmResponse(
    string Id, string Name, string Family, string Description, string Status, string? Reason, string? ActiveVersion)
{
    public static AlgorithmResponse From(Contestant contestant) => new(
        contestant.Id, contestant.Name, contestant.Family, contestant.Description,
        contestant.InService ? "inService" : "unavailable", contestant.Reason, contestant.ActiveVersion);
}
