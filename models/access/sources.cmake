target_sources(meshscope_models PRIVATE
)
