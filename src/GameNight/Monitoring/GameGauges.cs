using System.Diagnostics.Metrics;
using GameNight.Observations.Outbox;
using GameNight.Recognition.Guessing;
using GameNight.Telemetry;

namespace GameNight.Monitoring;

/// <summary>What one game is like at the moment when somebody looks.</summary>
internal sealed class GameGauges
{
    public GameGauges(IMeterFactory meters, Backlog backlog, Contestants contestants)
    {
        var meter = meters.Create(GameTelemetry.Name);
        meter.CreateObservableGauge("gamenight.backlog.plays", () => backlog.Now.Plays, description: "Plays that wait for the table");
        meter.CreateObservableGauge("gamenight.backlog.refused", () => backlog.Now.Refused, description: "What the table never takes");
        meter.CreateObservableGauge(
            "gamenight.contestants", () => contestants.All.Count(one => one.InService), description: "Contestants in service");
        meter.CreateObservableGauge(
            "gamenight.memory.managed", () => GC.GetTotalMemory(forceFullCollection: false), "By", "Memory that the runtime manages");
        meter.CreateObservableGauge(
            "gamenight.memory.working_set", () => Environment.WorkingSet, "By", "Memory that the process has in use");
    }
}
