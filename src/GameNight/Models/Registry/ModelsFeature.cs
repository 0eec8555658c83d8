namespace GameNight.Models.Registry;

/// <summary>Registers the <see cref="ModelLibrary"/>.</summary>
public static class ModelsFeature
{
    public static void AddModels(this IServiceCollection services, RegistryOptions registry)
    {
        services.AddSingleton(provider => OpenLibrary(registry, provider.GetRequiredService<TimeProvider>()));
        if (registry.S3 is null)
            services.AddSingleton(provider => ActivatorUtilities.CreateInstance<RegistrySignal>(provider, registry.Folder));
    }

    /// <summary>Makes the library alone, for a command.</summary>
    public static ModelLibrary OpenLibrary(RegistryOptions registry, TimeProvider clock) =>
        new(new ModelFolder(registry.Shipped), OpenRegistry(registry, clock), clock);

    private static IModelRegistry OpenRegistry(RegistryOptions registry, TimeProvider clock) => registry.S3 is { } s3
        ? new S3ModelRegistry(new S3Bucket(s3.Connect(), s3), s3.Prefix, clock)
        : new FolderModelRegistry(registry.Folder, clock);
}
